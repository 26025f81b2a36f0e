from django.urls import path

from askwell.desk.web import (
    bulk,
    data,
    network,
    organisations,
    people,
    person,
    search,
    taking_out,
    three,
    today,
    todos,
)  # fmt: skip

app_name = "desk"
urlpatterns = [
    path("", today.today, name="today"),
    path("demo/empty/", today.empty, name="empty_demo"),
    path("demo/refill/", today.refill, name="refill_demo"),
    path("todo/<uuid:follow_up_id>/", todos.put_off, name="put_off"),
    path("todo/<uuid:follow_up_id>/undo/<slug:what>/", todos.undo, name="undo_todo"),
    path("people/", people.people, name="people"),
    path("people/three/", three.three, name="three"),
    path("people/out/", taking_out.out, name="out"),
    path("people/out/file/", taking_out.out_file, name="out_file"),
    path("people/bulk/", bulk.bulk, name="bulk"),
    path("people/bulk/undo/<slug:what>/", bulk.undo, name="undo_bulk"),
    path("people/<uuid:person_id>/", person.person, name="person"),
    path("people/<uuid:person_id>/card.vcf", person.card_file, name="card"),
    path("people/<uuid:person_id>/pass/", todos.pass_over, name="pass"),
    path("people/<uuid:person_id>/pass/undo/", todos.undo_pass, name="undo_pass"),
    path("people/<uuid:person_id>/erase/", data.erase_one, name="erase_person"),
    path("network/", network.network, name="network"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<uuid:organisation_id>/", organisations.organisation, name="organisation"),
    path("search/", search.search, name="search"),
    path("data/", data.data, name="data"),
    path("data/askwell.zip", data.download, name="download"),
    path("data/import/", data.bring_in, name="bring_in"),
    path("data/erase/", data.erase_all, name="erase_all"),
]
