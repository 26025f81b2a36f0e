from django.urls import path

from askwell.people.web import adding, editing, hanging, importing, marking, pairs

app_name = "people"
urlpatterns = [
    path("add/", adding.add, name="add"),
    path("add/understood/", adding.understood, name="understood"),
    path("<uuid:person_id>/edit/", editing.edit, name="edit"),
    path("<uuid:person_id>/archive/", marking.archive, name="archive"),
    path("<uuid:person_id>/restore/", marking.restore, name="restore"),
    path("<uuid:person_id>/do-not-contact/", marking.do_not_contact, name="do_not_contact"),
    path("<uuid:person_id>/allow-contact/", marking.allow_contact, name="allow_contact"),
    path("<uuid:person_id>/note/", hanging.note, name="note"),
    path("<uuid:person_id>/addresses/", hanging.add_point, name="add_point"),
    path("<uuid:person_id>/roles/", hanging.add_role, name="add_role"),
    path("<uuid:person_id>/ties/", hanging.set_tie, name="set_tie"),
    path("<uuid:person_id>/introductions/", hanging.introduce, name="introduce"),
    path("<uuid:person_id>/tags/", hanging.set_tags, name="set_tags"),
    path("addresses/<uuid:contact_point_id>/obtained/", hanging.set_obtained, name="set_obtained"),
    path("addresses/<uuid:contact_point_id>/remove/", hanging.remove_point, name="remove_point"),
    path("roles/<uuid:role_id>/end/", hanging.end_role, name="end_role"),
    path("roles/<uuid:role_id>/remove/", hanging.remove_role, name="remove_role"),
    path("ties/<uuid:tie_id>/remove/", hanging.remove_tie, name="remove_tie"),
    path("introductions/<uuid:introduction_id>/remove/", hanging.remove_introduction, name="remove_introduction"),
    path("notes/<uuid:note_id>/remove/", hanging.remove_note, name="remove_note"),
    path("import/", importing.imports, name="imports"),
    path("import/<uuid:import_id>/", importing.import_page, name="import"),
    path("import/<uuid:import_id>/progress/", importing.progress, name="progress"),
    path("import/<uuid:import_id>/columns/", importing.columns, name="columns"),
    path("import/<uuid:import_id>/rows/", importing.rows, name="rows"),
    path("import/<uuid:import_id>/apply/", importing.apply, name="apply"),
    path("import/<uuid:import_id>/discard/", importing.discard, name="discard_import"),
    path("import/<uuid:import_id>/undo/", importing.undo, name="undo_import"),
    path("import/<uuid:import_id>/aside.csv", importing.aside, name="aside"),
    path("import/<uuid:import_id>/pairs/", pairs.pairs, name="pairs"),
    path("import/rows/<uuid:import_row_id>/answer/", pairs.answer, name="answer"),
    path("import/rows/<uuid:import_row_id>/reopen/", pairs.take_back, name="reopen"),
]
