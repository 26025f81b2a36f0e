from django.urls import URLPattern, URLResolver, path

from askwell.documents.web import editor, home, letters, removing, versions

app_name = "documents"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="resumes"),
    path("new/", home.new, name="new_resume"),
    path("letters/", letters.letters, name="letters"),
    path("letters/new/", letters.new, name="new_letter"),
    path("letters/<uuid:letter_id>/", letters.letter, name="letter"),
    path("letters/<uuid:letter_id>/save/", letters.autosave, name="save_letter"),
    path("letters/<uuid:letter_id>/preview/", letters.preview, name="preview_letter"),
    path("letters/<uuid:letter_id>/page/<slug:number>/", letters.letter_page, name="letter_page"),
    path("letters/<uuid:letter_id>/remove/", removing.letter, name="remove_letter"),
    path("letters/<uuid:letter_id>/restore/", removing.bring_back_letter, name="bring_back_letter"),
    path("versions/", versions.versions, name="versions"),
    path("versions/<uuid:version_id>/", versions.version, name="version"),
    path("versions/<uuid:version_id>/page/<slug:number>/", versions.version_page, name="version_page"),
    path("versions/<uuid:version_id>/file/<slug:form>/", versions.version_file, name="version_file"),
    path("versions/<uuid:version_id>/compare/", versions.compare, name="compare_versions"),
    path("versions/<uuid:version_id>/unsent/", versions.unsent, name="unsent"),
    path("versions/<uuid:version_id>/sent/", versions.sent_again, name="sent_again"),
    path("versions/<uuid:version_id>/remove/", removing.version, name="remove_version"),
    path("versions/<uuid:version_id>/restore/", removing.bring_back_version, name="bring_back_version"),
    path("<uuid:resume_id>/", editor.edit, name="resume"),
    path("<uuid:resume_id>/about/", home.about, name="about_resume"),
    path("<uuid:resume_id>/save/", editor.autosave, name="save_resume"),
    path("<uuid:resume_id>/preview/", editor.preview, name="preview_resume"),
    path("<uuid:resume_id>/words/", editor.words, name="words_of_posting"),
    path("<uuid:resume_id>/remark/", editor.remark, name="remark_on_line"),
    path("<uuid:resume_id>/remarks/", editor.remarks, name="remarks_on_lines"),
    path("<uuid:resume_id>/page/<slug:number>/", editor.resume_page, name="resume_page"),
    path("<uuid:resume_id>/back/", editor.step_back, name="step_back"),
    path("<uuid:resume_id>/remove/", removing.resume, name="remove_resume"),
    path("<uuid:resume_id>/restore/", removing.bring_back_resume, name="bring_back_resume"),
]
