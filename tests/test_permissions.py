"""docs/permissions.md says of every address what happens to whom, and says it right."""

import pytest

from tools.permissions import TABLE, differences, measure, read


@pytest.mark.long
@pytest.mark.once
def test_the_table_of_permissions_is_complete_and_true() -> None:
    wrong = differences(read(TABLE.read_text()), read(measure()))

    assert wrong == [], (
        "docs/permissions.md is not what happens. If you meant that, run `python tools/permissions.py` "
        "and look at each changed row; if not, the address lets in whom it should not:\n" + "\n".join(wrong)
    )
