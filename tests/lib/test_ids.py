from askwell.lib.ids import uuid7


def test_keys_are_version_7_and_sort_by_the_time_they_were_made() -> None:
    made = [uuid7() for _ in range(200)]
    assert {key.version for key in made} == {7}
    assert made == sorted(made)
    assert len(set(made)) == 200
