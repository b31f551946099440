"""Two officers record the same breach: the second is told of it once it is known, and no press that did not know it sends a second record."""

from domain.breaches.twice import BEGUN_BESIDE, ONLY_IF_ANOTHER
from services.breaches import Breaches
from storage.work import Database
from tests.breaches import SIMPLE
from tests.dialogs.breach_scene import CHECK, Scene, answered, is_recorded
from tests.orders import an_order
from tests.people import NEIGHBOUR
from tests.telling import told


async def test_a_record_sent_while_the_last_look_stood_open_is_shown_before_another_is_sent(embedded: Database) -> None:
    scene, order = Scene(embedded), an_order()
    breaches = Breaches(embedded.work, scene.clock, scene.follow_up)
    talk = await scene.begun(order=order)
    theirs = await told(breaches, NEIGHBOUR, order.id, *SIMPLE)
    early = await answered(talk, *SIMPLE[:2])
    assert (BEGUN_BESIDE in early, any("BR-" in one for one in early)) == (True, False)
    await answered(talk, *SIMPLE[2:])
    other = (await breaches.confirm(NEIGHBOUR, theirs.id, theirs.etag)).breach.reference
    refused = await talk.press("Send")
    assert (other in refused[0], CHECK in refused, is_recorded(refused)) == (True, True, False)
    assert any(other in one and one.endswith(ONLY_IF_ANOTHER) for one in refused[1:])
    assert is_recorded(await talk.press("Send"))


async def test_a_typed_send_is_held_up_in_the_same_way_and_once(embedded: Database) -> None:
    scene, order = Scene(embedded), an_order()
    breaches = Breaches(embedded.work, scene.clock, scene.follow_up)
    talk = await scene.begun(*SIMPLE, order=order)
    theirs = await told(breaches, NEIGHBOUR, order.id, *SIMPLE)
    await breaches.confirm(NEIGHBOUR, theirs.id, theirs.etag)
    assert not is_recorded(await talk.say("send"))
    assert is_recorded(await talk.say("send"))
