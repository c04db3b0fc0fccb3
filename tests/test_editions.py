"""Status and embargo in words, and which article is a later version of which."""

import pytest

from discrepancy import Article, Report, editions


def story(
    version=None, updated=None, *, slug=None, guid=None, source=None, published="2033-05-03T06:00:00+00:00"
):
    return Article(
        "x", "x", slug=slug, guid=guid, source=source, published=published, version=version, updated=updated
    )


@pytest.mark.parametrize(
    ("status", "embargo", "says"),
    [
        ("canceled", None, "a.json has been withdrawn by its publisher"),
        ("withheld", None, "a.json is withheld by its publisher"),
        ("embargoed", None, "a.json is under embargo; it is not for publication yet"),
        ("embargoed", "2099-01-01T06:00:00+00:00", "a.json is under embargo until 2099-01-01T06:00:00+00:00"),
    ],
)
def test_a_status_that_binds_the_desk_is_said(status, embargo, says):
    assert says in editions.warning(Article("x", "x", status=status, embargo=embargo), "a.json")


@pytest.mark.parametrize("status", [None, "usable"])
def test_what_may_be_used_needs_no_words(status):
    assert editions.warning(Article("x", "x", status=status, embargo="2019-01-01"), "a.json") is None


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        (story("2", guid="g"), story("1", guid="g")),
        (story("10", guid="g"), story("9", guid="g")),
        (story("1.2", guid="g"), story("1.1", guid="g")),
        (story(updated="2033-05-03T09:00:00+00:00", guid="g"), story(guid="g")),
        (story(updated="2033-05-03T09:00:00+02:00", guid="g"), story(guid="g")),  # an hour later, in UTC
        (story("2", slug="Orrin-Bridge", source="NNA"), story("1", slug="orrin-bridge", source="nna")),
        (story("2", slug="orrin-bridge"), story("1", slug="orrin-bridge", source="NNA")),
        (story(slug="s", published="2033-05-04"), story(slug="s")),
        (story("3", guid="g", published=None), story("2", guid="g")),
    ],
)
def test_an_update_is_known_and_only_one_way(later, earlier):
    assert editions.is_update(later, earlier)
    assert not editions.is_update(earlier, later)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (story("2"), story("1")),  # nothing says that it is one story
        (story("2", guid="g"), story("1", guid="h")),
        (story("2", guid="g", slug="s"), story("1", guid="h", slug="s")),
        (story("2", slug="s", source="NNA"), story("1", slug="s", source="TPS")),
        (story("2", slug="weather", published="2033-05-13"), story("1", slug="weather")),
        (story("2", guid="g"), story("2", guid="g")),
        (story(guid="g", published="2033-05-03"), story(guid="g")),  # of one day, and only one names a time
        (story(guid="g", published=None), story(guid="g")),
    ],
)
def test_no_update_is_made_up(one, other):
    assert not editions.is_update(one, other)
    assert not editions.is_update(other, one)


def test_notices_name_the_articles_and_their_versions():
    new, old = story("2", guid="g"), story("1", guid="g")
    assert editions.notices(Report(old, new, (), (), update="b"), "old.xml", "new.xml") == [
        "new.xml (version 2) is an update of old.xml (version 1): what differs is what changed between takes"
    ]
    assert editions.notices(Report(new, old, (), (), update="a"), "new.xml", "old.xml")[0].startswith(
        "new.xml ("
    )
    assert editions.notices(Report(old, new, (), ()), "old.xml", "new.xml") == []
