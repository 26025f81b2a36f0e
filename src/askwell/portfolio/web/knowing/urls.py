from django.urls import URLPattern, path

from askwell.portfolio.web.knowing import asking, home, pairs, profiles, removing, statements

urlpatterns: list[URLPattern] = [
    path("", home.home, name="knowing"),
    path("questions/", asking.questions, name="suggested_questions"),
    path("values/", pairs.pair, name="values"),
    path("values/choose/", pairs.choose, name="choose_value"),
    path("values/take-back/", pairs.take_back, name="take_back_value"),
    path("values/order/", pairs.order, name="values_order"),
    path("values/musts/", pairs.musts, name="musts"),
    path("<slug:kind>/", statements.page, name="statements"),
    path("<slug:kind>/profile/", profiles.profile, name="profile"),
    path("reflections/<uuid:reflection_id>/remove/", removing.remove, name="remove_reflection"),
    path("reflections/<uuid:reflection_id>/restore/", removing.bring_back, name="bring_back_reflection"),
]
