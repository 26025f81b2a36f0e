"""Small releases in the layouts of the real ones, of invented facts."""

from collections.abc import Mapping
from pathlib import Path

CODE = "O*NET-SOC Code"
ONET = {
    "Occupation Data.txt": f"{CODE}\tTitle\tDescription\n"
    "11-1.00\tLamp Keepers\tKeep lamps.\n11-2.00\tKite Menders\tMend.\n",
    "Alternate Titles.txt": f"{CODE}\tAlternate Title\tShort Title\tSource(s)\n11-1.00\tLamplighter\tLL\t01\n",
    "Sample of Reported Titles.txt": f"{CODE}\tReported Job Title\tShown in My Next Move\n11-2.00\tKite Surgeon\tY\n",
    "Skills.txt": f"{CODE}\tElement ID\tElement Name\tScale ID\tData Value\n"
    "11-1.00\t2.A.1\tTrimming Wicks\tIM\t5.00\n11-1.00\t2.A.1\tTrimming Wicks\tLV\t7.00\n",
    "Technology Skills.txt": f"{CODE}\tExample\tHot Technology\tIn Demand\n11-1.00\tLampSoft\tY\tN\n",
    "Task Statements.txt": f"{CODE}\tTask ID\tTask\n11-1.00\t1\tLight lamps.\n",
    "Interests.txt": f"{CODE}\tElement ID\tElement Name\tScale ID\tData Value\n"
    + "".join(f"11-1.00\t1.B.1.{letter}\tx\tOI\t{n}.00\n" for n, letter in enumerate("abcdef", 1)),
    "Job Zones.txt": f"{CODE}\tJob Zone\n11-1.00\t2\n",
}
ONET_RENAMED = {
    **{name: ONET[name] for name in ("Occupation Data.txt", "Sample of Reported Titles.txt", "Task Statements.txt")},
    "Job Zones.txt": ONET["Job Zones.txt"],
    "Job Titles.txt": ONET["Alternate Titles.txt"].replace("Alternate Title", "Job Title"),
    "Essential Skills.txt": ONET["Skills.txt"],
    "Transferable Skills.txt": ONET["Skills.txt"].replace("2.A.1", "2.B.1").replace("Trimming", "Choosing"),
    "Software Skills.txt": ONET["Technology Skills.txt"].replace("Example", "Workplace Example"),
    "Career Interest Types.txt": ONET["Interests.txt"],
}
"""The same in the layout since 30.3, with one skill more."""
ESCO = {
    "occupations_en.csv": "conceptUri,preferredLabel,altLabels,description\n"
    'http://x.example/occupation/o1,lamp keeper,"lamplighter\nwick trimmer",keeps lamps\n',
    "occupations_fr.csv": "conceptUri,preferredLabel,altLabels,description\nhttp://x.example/occupation/o1,lampiste,,\n",
    "skills_en.csv": "conceptUri,preferredLabel\nhttp://x.example/skill/s1,trim wicks\n",
    "skills_fr.csv": "conceptUri,preferredLabel\nhttp://x.example/skill/s1,tailler les mèches\n",
    "occupationSkillRelations_en.csv": "occupationUri,relationType,skillType,skillUri\n"
    "http://x.example/occupation/o1,essential,skill,http://x.example/skill/s1\n",
}
NOC = {
    "structure_en.csv": "Level,Hierarchical structure,Code - NOC 2021 V1.0,Class title,Class definition\n"
    "4,Minor group,9900,Lamps,\n5,Unit Group,99001,Lamp keepers,Keep lamps.\n",
    "structure_fr.csv": "Niveau,Structure hiérarchique,Code dela CNP 2021 v1.0,Titres de classes,"
    "Définitions de la classe\n"
    "5,Groupe de base,99001,Lampistes,\n",
    "elements_en.csv": "Level,Code - NOC 2021 V1.0,Class title,Element Type Label English,Element Description English\n"
    "5,99001,Lamp keepers,Illustrative example(s),lamplighter\n5,99001,Lamp keepers,Main duties,They may:\n"
    "5,99001,Lamp keepers,Main duties,Light lamps\n5,99001,Lamp keepers,Exclusion(s),Candle makers\n",
    "elements_fr.csv": "Niveau,Code de la CNP v1.0,Titres de classes,Nom du type d’élément Français,"
    "Description d’élément Français\n"
    "5,99001,Lampistes,Tous les exemples,allumeur/allumeuse de lampes\n"
    "5,99001,Lampistes,Fonctions principales,Allumer les lampes\n5,99001,Lampistes,Exclusion(s),Ciriers\n",
}
OASIS = {
    "skills_oasis_2023.csv": "OaSIS Code - Final,OaSIS Label - Final,Trimming,Climbing\n99001.0,Lamp keepers,4,0\n",
    "interests_oasis_2023.csv": "OaSIS Code - Final,OaSIS Label - Final,Realistic,Investigative,Artistic,Social,"
    "Enterprising,Conventional\n99001.0,Lamp keepers,5,1,2,0,1,4\n",
}
WAGES = {
    "wages.csv": "NOC_CNP,NOC_Title,prov,ER_Name,Low_Wage_Salaire_Minium,Median_Wage_Salaire_Median,"
    "High_Wage_Salaire_Maximal,Annual_Wage_Flag_Salaire_annuel,Reference_Period\n"
    "NOC_99001,Lamp keepers,NAT,Canada,17.5,21.25,30,0,2023-2024\nNOC_99001,Lamp keepers,BC,Lower Coast,,,,0,\n",
}


def release(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder
