"""What tells a proper name from other words with a capital: titles, particles, openers, calendar words."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Small words inside a name, when a capital follows: "Ursula von der Leyen", "Bank of Orrin".
PARTICLES: Final = _words(
    "al el ul bin ibn abu de da di del della delle dos das du van von der den ter zu la le y"
)
# "of" joins what these head ("University of Vellmark"), and not a person to a town ("Orla Quist of Tolme").
HEADS: Final = _words(
    "academy agency alliance archdiocese army assembly association authority bank bay board bureau cape"
    " cathedral center centre chamber church circuit city coalition college commission committee confederation"
    " conference congress convention council county court daughters democrats department diocese directorate"
    " district emirate faculty federation forum foundation fund government guild gulf hall high hospital house"
    " institute isle isles journal kingdom lake league legion lord ministry mount museum observatory office"
    " order organisation organization parliament party port province republic save school sea secretariat"
    " senate society sons state states strait supreme temple times town treaty tribunal union united university"
    " valley village voice"
)
# A word before one of these is no title: "Justice Department", "King Street", "Major League".
THINGS: Final = HEADS | _words(
    "avenue award baptist bridge building buildings club corp corporation cup day east electric force group"
    " hill hills inc incorporated investigator junior line mall mart medal memorial mills motors north park"
    " prize road services south square staff street system tower trust west wing"
)
# What stands before a person's name and is no part of it.
TITLES: Final = _words(
    "mr mrs ms miss dr dame sir lady prof professor president presidents vice prime minister ministers premier"
    " chancellor secretary secretaries general generals gen lt lieutenant col colonel maj major sgt sergeant"
    " staff cpl corporal pvt private capt captain cmdr commander adm admiral brig brigadier chief deputy"
    " assistant acting interim senator senators sen sens representative representatives rep reps congressman"
    " congresswoman assemblyman assemblywoman councilman councilwoman councillor gov governor governors mayor"
    " judge justice justices magistrate attorney prosecutor officer officers detective detectives det inspector"
    " constable trooper troopers sheriff superintendent agent king queen prince princess duke duchess pope"
    " cardinal archbishop bishop rev reverend father brother sister rabbi imam ayatollah coach coordinator"
    " manager spokesman spokeswoman spokesperson chairman chairwoman chair director executive ceo ambassador"
    " envoy speaker leader majority minority whip commissioner undersecretary treasurer administrator advisor"
    " adviser counsel editor analyst correspondent reporter founder former ex-president then-president firefighter"
    " paramedic nurse actor actress singer quarterback defenseman goalkeeper midfielder striker aunt uncle"
    " grandfather grandmother owner referee champion democrat republican"
)
# What may stand between the words of a title, or before them.
FIELDS: Final = _words("foreign defense defence interior finance home health press national of state the and for")
# Words that open a sentence, and carry their capital for that alone even where a name follows.
OPENERS: Final = _words(
    "a an the this that these those some many most all both each every no none one two three four five six seven"
    " eight nine ten eleven twelve dozens hundreds thousands millions several few more another other others such"
    " i he she it we you they his her its our their my your who whom whose what which when where why how"
    " in on at by for from to of with without within into onto over under after before during since until till"
    " about above across against along amid among around as because behind below beneath beside besides between"
    " beyond but if despite down except inside like near off out outside past per through throughout toward"
    " towards underneath unlike up upon via while although though whereas whether unless once and or nor so yet"
    " not now then there here also however meanwhile moreover therefore thus instead indeed still even only just"
    " again already earlier later today yesterday tomorrow tonight recently currently formerly according given"
    " is are was were be been being has have had do does did can could will would shall should may might must"
    " former last next first second third asked speaking citing following including regarding concerning"
    " said says added told did let get see read watch please perhaps maybe yes well oh hey thanks thank dear"
    " don't doesn't didn't isn't wasn't aren't weren't can't couldn't won't wouldn't it's that's there's he's"
    " she's they're we're you're i'm i've i'd i'll we've let's what's who's here's"
)
CALENDAR: Final = _words(
    "january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mondays tuesdays"
    " wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun spring summer"
    " autumn fall winter christmas easter ramadan thanksgiving am pm gmt est edt cst pst bst et utc ist a.m p.m"
)
# What never is a name by itself, wherever it stands.
NEVER: Final = _words(
    "i i'm i'd i've i'll mr mrs ms dr tv ok ap afp reuters getty photo file image images copyright updated"
    " published share advertisement read more click"
)
