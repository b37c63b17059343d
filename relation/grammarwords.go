package relation

import "strings"

// class is what the grammar knows of a word, beside the rules.
type class uint64

const (
	classTrigVerb       class = 1 << iota // triggers a verbal pattern
	classTrigNoun                         // triggers a nominal pattern
	classTrigCopula                       // triggers a copular pattern
	classTrigWords                        // triggers a sequence
	classLight                            // verb that only carries its noun: hold talks
	classNotVerb                          // what it governs did not happen: refuse to
	classFutureVerb                       // what it governs is to come: plan to
	classPossibleVerb                     // what it governs may come: consider
	classSay                              // reports a clause
	classDeny                             // reports the contrary of a clause
	classModalMaybe                       // may, might, could
	classModalWill                        // will, shall
	classNotWord                          // not, never, no
	classMaybeWord                        // possible, potential
	classFutureWord                       // upcoming, planned
	classFutureNoun                       // plan for, decision to
	classPossibleNoun                     // threat of, call for
	classNotNoun                          // refusal to, absence of
	classWrapper                          // noun that acts for what stands by it: officials of
	classCollective                       // singular noun for many: government
	classSubjectControl                   // promise: the subject does what follows
	classBefore                           // before, ahead: what follows is to come
	classCondition                        // if, unless, whether
	classTime                             // Monday, week
	classJoin                             // light prepositions of an occasion: during, after
	classThing                            // head noun that lends itself to "of": group of, number of
	classBlock                            // what is urged, warned of or charged is no event of its own
	classPhase                            // verb whose subject takes part in its object: end talks, attend a meeting
	classWho                              // who, whom: stands for a person
	classAbstract                         // plural noun that is nobody: elections, policies
	classAppoint                          // verb whose object is to do what follows: appoint, choose
	classSuchAs                           // such as, including, like
	classCarry                            // verb that leaves open whether its noun comes about: consider talks
	classClaim                            // noun for what somebody says against somebody
	classAccuse                           // verb of such a claim
	classAnd                              // and, or
	classJudge                            // verb that judges its object for what it did: criticize, praise
	classDeed                             // noun that stands for whose it is as a subject: airstrike, report
	classTalk                             // talks on forging a deal
	classSpeech                           // noun of what somebody says: rejected or not, it was said
	classSource                           // according
	classMotion                           // travel, arrive: what it is for is to come
	classWhen                             // when, once: with a present tense, of what is to come
	classPosting                          // appointment, choice: whom it is of is to do what follows
	classTells                            // verb whose object is told of: announce the takeover
	classPresuppose                       // verb that takes its noun for granted: amend a treaty
	classQuotes                           // verb of saying that may stand beside its clause: "..., Ruiz said"
	classTitle                            // title before a name: "of President Ruiz" names no office of its own
)

// triggerClass is the class of the words that trigger a shape.
func triggerClass(s shape) class {
	return [...]class{classTrigVerb, classTrigNoun, classTrigCopula, classTrigWords}[s]
}

type wordClass struct {
	class class
	words []string
}

func words(s string) []string { return strings.Fields(s) }

var grammarWords = []wordClass{
	{classLight, words(`hold have make pay give launch conduct begin start open express voice offer
		sign reach issue deliver undertake carry mount stage wage strike level lodge file bring raise face take do host convene
		continue resume renew declare announce provide extend impose repeat reiterate 
		lead enter exchange pursue step lend secure clinch ink finalize seal forge arrange score send place`)},
	{classWho, words(`who whom whose`)},
	{classAbstract, words(`election policy plan talk vote interest affair law right issue problem effort relation tie
		share price market export import report medium sale program programme measure rule standard value custom
		operation action claim reserve good product border island city water dollar euro concern fear view
		demand call comment remark statement rate cost matter event game championship final medal race record
		cup hour time day week month year term seat law book film movie song story page newspaper website
		document file letter word language name source reform need question debate charge crime weapon`)},
	{classAppoint, words(`appoint name pick choose elect nominate select designate tap hire assign send allow force help
		order tell urge persuade convince enable require`)},
	{classSuchAs, words(`such including like include`)},
	{classCarry, words(`consider plan seek propose prepare want weigh contemplate threaten mull intend pursue await expect
		schedule postpone delay cancel suggest request explore`)},
	{classClaim, words(`charge accusation allegation claim`)},
	{classAccuse, words(`accuse allege charge claim blame suspect`)},
	{classDeed, words(`airstrike strike raid attack bombing missile drone rocket shelling bombardment offensive report investigation
		inquiry probe statement study resolution ruling editorial letter decree law bill operation invasion fire gunfire
		artillery helicopter warplane jet bomb troops regime leadership plan`)},
	{classTalk, words(`talk negotiation discussion debate`)},
	{classSpeech, words(`charge accusation allegation claim criticism demand request appeal call threat warning offer denial
		report statement letter praise proposal suggestion condemnation complaint release communique`)},
	{classSource, words(`according accord`)},
	{classMotion, words(`travel fly go head leave come arrive journey depart be return`)},
	{classWhen, words(`when once until till before after`)},
	{classTitle, words(`president minister secretary chancellor king queen general senator judge prince princess pope mr mr. mrs mrs.
		ms ms. dr dr. colonel captain governor mayor sir lady lord premier leader director commissioner ambassador`)},
	{classPosting, words(`appointment nomination election selection choice pick`)},
	{classTells, words(`announce reaffirm pledge report confirm deny describe mention claim allege reiterate reveal`)},
	{classPresuppose, words(`amend violate honor honour respect implement renegotiate extend end suspend break mourn regret
		deplore protest investigate survive witness recall remember commemorate repel resist`)},
	{classQuotes, words(`say report announce add tell state write note explain confirm claim declare insist argue reply quote
		recall stress warn tweet testify admit acknowledge predict comment remark reveal estimate`)},
	{classPhase, words(`end finish complete conclude join attend wrap close interrupt suspend break quit leave enter miss follow amend violate honor honour respect implement renegotiate extend`)},
	{classNotVerb, words(`refuse fail decline avoid cancel reject forget neglect prevent stop prohibit forbid
		abandon shun skip scrap rule scuttle hesitate block halt abort omit cease refrain`)},
	{classFutureVerb, words(`plan intend expect schedule set due prepare agree promise pledge vow decide hope arrange postpone
		delay slate go ready pose undertake resolve determine order authorize authorise commit swear poise delay
		plan await anticipate elect opt likely appoint name select choose nominate pick tap designate about`)},
	{classPossibleVerb, words(`consider want seek try attempt propose offer contemplate ponder weigh mull suggest wish
		threaten request recommend need study debate ask urge demand allow invite permit let enable encourage call
		press push tell require order persuade would mean fear possible willing able suspect believe think warn
		reconsider ready plead beg appeal aim challenge dare struggle bid look long aspire eager doubt unlikely`)},
	{classSay, words(`say tell report announce state add claim allege declare note explain confirm acknowledge admit
		write quote cite describe stress insist argue maintain assert reveal disclose warn believe think suggest
		comment recall remark reiterate testify inform indicate show conclude emphasize emphasise estimate accuse
		complain contend predict reply respond observe know find agree promise pledge vow threaten hear see read learn
		broadcast tweet post concede affirm reaffirm point underline underscore repeat mention hint speculate fear hope
		expect charge blame urge feel consider rule`)},
	{classDeny, words(`deny dispute refute contradict rebut`)},
	{classModalMaybe, words(`may might could can should would must ought 'd need`)},
	{classModalWill, words(`will shall 'll wo`)},
	{classNotWord, words(`not n't never no neither nor hardly without cannot nobody none nothing n’t`)},
	{classMaybeWord, words(`possible potential possibly perhaps maybe alleged hypothetical suspected conceivable probable
		supposed threatened proposed likely would-be prospective suggested purported attempted attempt`)},
	{classFutureWord, words(`upcoming planned scheduled future forthcoming expected coming next tomorrow anticipated
		impending imminent looming soon`)},
	{classFutureNoun, words(`plan deal accord contract decision intention agreement promise pledge preparation intent vow order commitment
		schedule arrangement date`)},
	{classPossibleNoun, words(`threat call proposal offer possibility prospect request bid attempt effort hope demand appeal
		risk danger chance fear idea suggestion need likelihood right ability opportunity invitation option pressure
		motion willingness readiness recommendation desire wish move aim goal push campaign urge case potential
		talks talk negotiation discussion debate question ultimatum petition readiness`)},
	{classBlock, words(`persuade convince exhort urge warn threaten call press demand order ask accuse blame charge caution pressure beg implore exhort
		appeal suspect implicate encourage instruct command vow convict sentence indict`)},
	{classAnd, words(`and or &`)},
	{classJudge, words(`criticize criticise condemn denounce praise thank slam blast fault rebuke hail applaud commend congratulate punish fine
		arrest detain jail sanction kill attack accuse blame`)},
	{classNotNoun, words(`refusal failure absence lack cancellation denial avoidance inability reluctance abandonment`)},
	{classWrapper, words(`official representative leader minister ambassador diplomat lawmaker envoy delegate
		negotiator troop force soldier rebel militant fighter police officer authority resident citizen national people
		farmer student group party ally politician member worker investigator prosecutor judge
		expert scientist civilian gunman police protester activist hacker company firm bank court forces
		lawyer supporter counterpart aide adviser advisor chief spokesman spokeswoman spokesperson senator
		deputy warplane jet helicopter plane aircraft ship warship vessel missile rocket drone tank artillery commander
		general agent army side government administration insurgent separatist guerrilla settler immigrant refugee
		migrant prisoner detainee hostage player fan voter woman man child individual businessman executive regulator
		inspector peacekeeper guard parliamentarian legislator congressman mission team institution agency unit militia
		faction tribe community opposition regime position base camp city town village target interest doctor teacher
		engineer contractor crew pilot sailor marine veteran militiaman extremist terrorist bomber suspect paramilitary`)},
	{classCollective, words(`headquarters plant factory facility compound mission faction wing cell unit crew gang squad contingent service courtroom station aircraft government administration army military police delegation team ministry court parliament
		party authority regime force company agency group council coalition navy air committee commission cabinet congress
		senate side leadership opposition junta embassy militia alliance bloc troops
		newspaper firm bank bureau department office union state-run network channel station tv television radio
		daily mission federation association organization organisation legislature judiciary tribunal jury panel`)},
	{classSubjectControl, words(`promise vow threaten pledge swear offer agree`)},
	{classBefore, words(`before ahead until till pending`)},
	{classCondition, words(`if unless whether provided`)},
	{classTime, words(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
		august september october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow
		tonight week month year day morning afternoon evening night weekend hour minute decade century spring summer
		autumn winter earlier later ago`)},
	{classJoin, words(`during after before following in at for on ahead since amid until despite through under`)},
	{classThing, words(`group number dozen hundred thousand score million handful pair series lot majority couple rest
		round bunch list array host string member half part party all some most many several each one both
		team crowd band total tens ton package amount form kind sort batch shipment wave set worth round million billion headquarters plant factory office base embassy city town village province state region capital district island municipality suburb port republic`)},
}

// isRulePrep says whether a word of a rule is a preposition or particle.
func isRulePrep(w string) bool {
	switch w {
	case "about", "above", "across", "after", "against", "along", "alongside", "among", "around", "as", "at", "away",
		"back", "before", "behind", "below", "between", "beyond", "by", "down", "during", "for", "from", "in", "inside",
		"into", "near", "of", "off", "on", "onto", "out", "outside", "over", "past", "regarding", "round", "since",
		"through", "to", "together", "toward", "towards", "under", "until", "up", "upon", "via", "with", "within",
		"without", "ahead", "apart", "aside", "forward":
		return true
	}
	return false
}
