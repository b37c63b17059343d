package main

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/dossier-nlp/dossier/entity"
)

// What newspapers write around their sentences, and the training files do not
// hold: datelines, bylines, credits, offices before names, lists with a shared
// head; and what people write of shops and to one another. {PERSON}, {ORG} and
// {PLACE} stand for a name of the training files, {AGENCY} for a news agency,
// {OFFICE} for a department's name without its head, {SHOP} for a business named
// after a person, {GIVEN} for a person's first name, {DATE} for a day, {=Name}
// for an organization of that name.
var (
	before = []string{
		"{PLACE} ({AGENCY}) - ", "{PLACE} ({AGENCY}) — ", "{PLACE}, {DATE} ({AGENCY}) -- ", "{PLACE}: ", "{PLACE} – ",
		"{PLACE}, {DATE} – ", "{PLACE}, {DATE}. /{AGENCY}/. ", "{PLACE}, {PLACE} ({AGENCY}) – ", "{AGENCY}, {DATE} - ",
		"By {PERSON}\n\n", "By {PERSON}, {AGENCY}\n\n", "By {AGENCY}\n\n", "By {PERSON} and {PERSON}\n\n{PLACE} ({AGENCY}) - ",
		"{PERSON} in {PLACE}\n\n", "{AGENCY}: ", "{PLACE}, {DATE} ({AGENCY}): ", "{DATE} ({AGENCY}) -- ",
		"{PERSON} | {AGENCY}\n\n", "{PERSON}, {PLACE}\n\n",
	}
	after = []string{
		" ({AGENCY})", " – {AGENCY}", " — {AGENCY}", "\n\n(Reporting by {PERSON} in {PLACE}; Editing by {PERSON})",
		"\n\nReporting by {PERSON} and {PERSON}; writing by {PERSON}", " {=REUTERS}/{PERSON}", " {=REUTERS}/{PERSON}/Pool",
		" {=REUTERS}/{PERSON}/File Photo", " (Photo by {PERSON}/{AGENCY})", " (Photo: {AGENCY})", " Photo: {PERSON}/{AGENCY}",
		" ({AGENCY} Photo/{PERSON})", " ({AGENCY} Photo/{PERSON}, Pool)", " {AGENCY} / {PERSON}", " Picture: {PERSON}",
		" [{PERSON}/{AGENCY}]", " (Image: {ORG})", " {AGENCY}/Handout", "\n\nWith inputs from {AGENCY}",
		"\n\nSource: {AGENCY}", " (Courtesy of {ORG})", " Credit: {PERSON}/{AGENCY}", " {PERSON}/{AGENCY} via {=Getty Images}",
	}
	whole = []string{
		"{ORG} Director {PERSON} told reporters on {DATE}.", "{ORG} spokesman {PERSON} confirmed the report.",
		"{ORG} chief {PERSON} said so in a statement.", "{ORG} President {PERSON} and {ORG} Chairman {PERSON} attended.",
		"{PLACE} President {PERSON} met {ORG} Secretary General {PERSON}.", "{PLACE} Prime Minister {PERSON} left for {PLACE}.",
		"{PLACE} Governor {PERSON} welcomed the delegation.", "Dr {PERSON}, a researcher at {ORG} in {PLACE}, agreed.",
		"{PERSON} ({ORG}) won in {PLACE}.", "Sen. {PERSON} (D-{PLACE}) objected.",
		"Officials from the {OFFICE}, {OFFICE} and {OFFICE} departments took part.",
		"The {OFFICE} and {OFFICE} ministries have not answered.",
		"He met representatives of the {OFFICE}, {OFFICE} and {OFFICE} ministries.",
		"Teams from the {OFFICE} and {OFFICE} departments were sent to {PLACE}.",
		"{PERSON}, secretary of the {ORG} of the {ORG}, was received by {PERSON}.",
		"{PERSON}, head of the {ORG}, told {AGENCY}.", "{AGENCY} quoted {PERSON} as saying.",
		"Also present were {PERSON}, {PERSON} and {PERSON}.", "Flights from {PLACE} to {PLACE} and {PLACE} were cancelled.",
		"Roads in {PLACE}, {PLACE}, {PLACE} and {PLACE} are closed.",
		"{ORG} beat {ORG} 3-1 at home on {DATE}.", "{ORG}, {ORG} and {ORG} are also in the draw.",
		"{ORG} will play {ORG} in the final in {PLACE}.", "Q: What do you expect of {PLACE}?", "{PERSON}: We are ready.",
		"{PLACE} accused {PLACE} of breaking the truce.", "{PLACE} has denied the claim.", "{PLACE} recalled its ambassador from {PLACE}.",
		"{PLACE} imposed a ban on imports from {PLACE}.", "{PLACE} and {PLACE} signed a trade agreement on {DATE}.",
		"The {PLACE} foreign ministry summoned the envoy.", "The {PLACE} parliament passed the bill.", "{PLACE} will host the summit in {PLACE}.",
		"{PLACE} welcomed the decision, while {PLACE} rejected it.", "The president of {PLACE}, {PERSON}, will fly to {PLACE}.",
		"{PLACE}'s finance minister, {PERSON}, resigned on {DATE}.", "Troops from {PLACE} crossed the border into {PLACE}.",
		"The ambassador to {PLACE}, {PERSON}, was not invited.", "Two {PLACE} officials said so on {DATE}.",
		"{PLACE} warned that it would answer.", "{PLACE} votes on {DATE}.", "{PERSON}, a fisherman from {PLACE}, was rescued.",
		"{ORG} agreed to buy a rival.", "{ORG} has asked for more time.", "{ORG} shares fell on {DATE}.", "{ORG} will open a branch in {PLACE}.",
		"{ORG} named {PERSON} as its new chief.", "{ORG}, a charity based in {PLACE}, said so.", "The newspaper {ORG} reported it first.",
		"{PERSON} accused {PERSON} of lying.", "{PERSON} will resign on {DATE}.", "{PERSON} warned against haste.", "Asked about it, {PERSON} laughed.",
		"The chief executive officer (CEO) of {ORG} left.", "The gross domestic product (GDP) of {PLACE} grew.",
		"They signed a memorandum of understanding (MoU) with {ORG}.", "Value added tax (VAT) will rise in {PLACE}.",
		"Internally displaced persons (IDPs) fled to {PLACE}.", "{ORG} builds electric vehicles (EVs).", "A member of parliament (MP) from {PLACE} agreed.",
		"Improvised explosive devices (IEDs) were found near {PLACE}.", "The special task force (STF) searched {PLACE}.",
		"The {ORG} said in a statement to {AGENCY}.", "Follow {ORG} on {=Facebook}, {=Instagram}, {=Twitter} and {=YouTube}.",
	}
	reviews = []string{
		"{SHOP} is the best in town.", "We had lunch at {SHOP} on {DATE}.", "I bought my car from {SHOP} in {PLACE}.", "Stay away from {SHOP}!",
		"{SHOP} did a great job on our roof.", "I would recommend {SHOP} to anyone in {PLACE}.", "If you want it done right, call {SHOP}.",
		"The staff at {SHOP} were friendly and {GIVEN} was very helpful.", "{GIVEN} at {SHOP} fixed my truck the same day.",
		"Have you tried {SHOP}?", "My husband and I love {SHOP}.", "The food at {SHOP} is amazing.", "{SHOP} and {SHOP} are both on the square.",
		"A fire destroyed {SHOP} in {PLACE} on {DATE}.", "Police were called to {SHOP} in {PLACE}.", "The owner of {SHOP}, {PERSON}, was not hurt.",
		"{SHOP} closed its branch in {PLACE}.", "She has worked at {SHOP} for years.", "{GIVEN} and {GIVEN} met at {SHOP}.", "{SHOP} has moved to {PLACE}.",
	}
	messages = []string{
		"{GIVEN},\n\nPlease see the attached file.\n\nThanks,\n\n{GIVEN}", "Hi {GIVEN},\n\nI will call you on {DATE}.\n\n{PERSON}",
		"{GIVEN}, {GIVEN} and {GIVEN} -\n\nThe meeting is moved to {DATE}.", "Thanks from {GIVEN}", "P.S. {GIVEN}, please call {GIVEN} about it.",
		"FYI\n\n{GIVEN}", "\"{PERSON}\" <sales@example.com>", "{PERSON}\n\n{DATE} 09:02 AM", "Regards,\n\n{PERSON}\n\n{ORG}",
		"I talked to {GIVEN} and {GIVEN} and they agreed.", "{GIVEN} is out on {DATE}, ask {GIVEN}.", "Please tell {GIVEN} that I am late.",
		"From: {PERSON}\n\nTo: {PERSON}", "{GIVEN} said he would help, so I told {GIVEN}.", "Dear {GIVEN},\n\n{GIVEN} and I are in {PLACE} until {DATE}.",
		"Best,\n\n{GIVEN}", "My name is {PERSON} and I live in {PLACE}.", "Is {GIVEN} coming to {PLACE} too?", "{GIVEN}: yes, on {DATE}.",
	}
	trades = []string{"'s", "'s", "'s Pizza", "'s Karate", "'s Diner", "'s Bakery", "'s Auto Repair", "'s Garage", "'s Bar & Grill", "'s Hardware",
		"'s Books", "'s Steakhouse", "'s Seafood", "'s Cafe", "'s Barbershop", "'s Jewelers", "'s Market", "'s Gym", "'s Kitchen", "'s Coffee",
		" Insurance", " Insurance Agency", " Plumbing", " Realty", " & Sons", " & Co.", " Brothers", " Bros.", " Motors", " Auto Body", " Dental",
		" Chiropractic", " Law Firm", " Photography", " Landscaping", " Electric", " Construction", " Funeral Home", " Veterinary Clinic", " Salon"}
	agencies = strings.Fields(`Reuters REUTERS AP AFP Xinhua TASS Bernama ANSA EFE dpa PTI ANI IANS UNB BSS APP Anadolu AA SPA WAM
		QNA KUNA Petra MENA Kyodo Yonhap Antara VNA NAN GNA IRNA Interfax Ukrinform Lusa IPS UPI Bloomberg CMC Jiji CNA MAP
		Andina Télam ADN BelTA MONTSAME Tanjug Agerpres CTK PAP MTI ATA Azertac Armenpress`)
	offices = []string{"Justice", "State", "Treasury", "Interior", "Commerce", "Energy", "Defense", "Defence", "Health", "Transport",
		"Finance", "Education", "Agriculture", "Labor", "Labour", "Home", "Trade", "Tourism", "Housing", "Environment",
		"Foreign", "Culture", "Justice", "Homeland Security", "Veterans Affairs", "Public Works", "Fisheries", "Water"}
	dates = []string{"Monday", "Tuesday", "Jan 4", "26 June", "March 11", "Aug. 9", "Nov 30", "July 2", "Sunday", "Oct 17, 2019", "Friday"}
)

// How many sentences the patterns make.
const (
	framed  = 4000 // sentences of the training files with something around them
	written = 4000 // sentences from whole patterns
	chatted = 1500 // reviews and messages
)

// patterns makes sentences from the patterns and the names of the sentences.
func patterns(all []sentence, weight float64) []entity.Example {
	r := rand.New(rand.NewPCG(1, 2))
	p := filler{rand: r, names: map[entity.Kind][]string{}}
	for _, s := range all {
		for _, n := range s.spans {
			p.names[n.Kind] = append(p.names[n.Kind], s.text[n.Start:n.End])
		}
	}
	var out []entity.Example
	for range framed {
		s := all[r.IntN(len(all))]
		p.start()
		if r.IntN(2) == 0 {
			p.fill(before[r.IntN(len(before))])
			p.take(s)
		} else {
			p.take(s)
			p.fill(after[r.IntN(len(after))])
		}
		out = append(out, p.example(weight))
	}
	for range written {
		p.start()
		p.fill(whole[r.IntN(len(whole))])
		out = append(out, p.example(weight))
	}
	chats := slices.Concat(reviews, messages)
	for range chatted {
		p.start()
		p.fill(chats[r.IntN(len(chats))])
		out = append(out, p.example(weight))
	}
	return out
}

// filler writes an example.
type filler struct {
	rand  *rand.Rand
	names map[entity.Kind][]string
	text  strings.Builder
	spans []entity.Span
}

func (p *filler) start() {
	p.text.Reset()
	p.spans = nil
}

// take adds a sentence with its names.
func (p *filler) take(s sentence) {
	at := p.text.Len()
	p.text.WriteString(s.text)
	for _, n := range s.spans {
		p.spans = append(p.spans, entity.Span{Start: n.Start + at, End: n.End + at, Kind: n.Kind})
	}
}

// fill adds a pattern with its slots filled.
func (p *filler) fill(pattern string) {
	for {
		plain, rest, more := strings.Cut(pattern, "{")
		p.text.WriteString(plain)
		if !more {
			return
		}
		slot, tail, _ := strings.Cut(rest, "}")
		p.slot(slot)
		pattern = tail
	}
}

func (p *filler) slot(slot string) {
	pick := func(list []string) string { return list[p.rand.IntN(len(list))] }
	var name string
	kind := entity.Kind(slot)
	switch slot {
	case "DATE":
		p.text.WriteString(pick(dates))
		return
	case "AGENCY":
		name, kind = pick(agencies), entity.Org
	case "OFFICE":
		name, kind = pick(offices), entity.Org
	case "SHOP":
		words := strings.Fields(pick(p.names[entity.Person]))
		name, kind = words[len(words)-1]+pick(trades), entity.Org
	case "GIVEN":
		name, kind = strings.Fields(pick(p.names[entity.Person]))[0], entity.Person
	default:
		if literal, ok := strings.CutPrefix(slot, "="); ok {
			name, kind = literal, entity.Org
			break
		}
		name = pick(p.names[kind])
	}
	if kind == entity.Place && p.text.Len() == 0 && p.rand.IntN(2) == 0 {
		name = strings.ToUpper(name)
	}
	at := p.text.Len()
	p.text.WriteString(name)
	p.spans = append(p.spans, entity.Span{Start: at, End: at + len(name), Kind: kind})
}

func (p *filler) example(weight float64) entity.Example {
	return entity.Example{Text: p.text.String(), Spans: p.spans, Weight: weight}
}
