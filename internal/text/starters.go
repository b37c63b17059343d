package text

// starter reports whether w, with its capital, is a word that starts sentences
// and is rarely part of a name. After an abbreviation such as "U.S." or "Inc."
// only these start a new sentence: what follows may else be the rest of a name.
func starter(w string) bool {
	switch w {
	case "The", "A", "An", "This", "That", "These", "Those", "Such", "Some", "Many", "Most", "Several", "Few", "Both", "All", "Each", "Every", "Another", "Other", "Others", "Any", "None", "Much", "More", "One",
		"He", "She", "It", "They", "We", "You", "I", "His", "Her", "Their", "Its", "Our", "My", "Your", "There", "Here", "Who", "What", "Why", "How", "Where", "When", "Which", "Whether",
		"In", "On", "At", "By", "For", "From", "With", "Without", "After", "Before", "During", "Since", "Until", "Under", "Over", "Among", "Amid", "Despite", "According", "As", "Because", "Between", "Beyond", "Like", "Through", "Throughout", "To", "Unlike", "Upon", "Within",
		"And", "But", "Or", "Yet", "So", "Nor", "If", "Although", "Though", "While", "Whereas", "Unless", "Once",
		"However", "Meanwhile", "Moreover", "Furthermore", "Nevertheless", "Nonetheless", "Still", "Instead", "Also", "Then", "Thus", "Therefore", "Now", "Today", "Yesterday", "Later", "Earlier", "Recently", "Previously", "Currently", "Eventually", "Finally", "Perhaps", "Maybe", "Even", "Only", "Just", "Not", "Nothing", "Nobody", "Separately", "Additionally", "Asked", "Last", "Speaking",
		"Police", "Officials", "Authorities", "Analysts", "Critics", "Experts", "Investigators", "Prosecutors", "Lawmakers", "Protesters", "Residents", "Witnesses", "Reporters", "Rescuers", "Shares", "People",
		"Is", "Are", "Was", "Were", "Do", "Does", "Did", "Can", "Could", "Would", "Should", "Will", "Have", "Has", "Had", "Let", "Please", "Yes", "No", "Well", "Oh", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Dozens", "Hundreds", "Thousands":
		return true
	}
	return false
}
