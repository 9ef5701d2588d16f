//! The words of page furniture, as English pages print them.
//!
//! Data only, in ASCII small letters unless said otherwise. A list is one text with an entry on each line: a table of slices would weigh
//! as much again as its words. It must never learn how it is searched.

/// Lines that are nothing else, in ASCII small letters. Words that could be a heading of an article are not here.
pub(super) const LINES: &str = "\
about sharing
accept all
ad
add as a preferred source on google
advertisement
advertisements
advertising
article continues below
article continues below advertisement
back to top
cite this article
click to share
close menu
close share panel
continue reading
cookie policy
cookie settings
copied
copy link
copy link to clipboard
copy this link
copy url
donate now
download pdf
download the app
enlarge image
follow us
full screen
gift this article
image gallery
join the conversation
leave a comment
leave a reply
link copied
listen now
listen to article
listen to this article
load more
log in
log out
main menu
manage cookies
more on this story
more on this topic
most shared
my account
no comments
open gallery
open menu
play video
post a comment
print article
print this article
privacy policy
read full article
read full story
read more
reject all
rss feed
save article
save for later
search form
share
share article
share full article
share on facebook
share this
share this article
share this page
share this story
show comments
show more
sign in
sign out
sign up
sign up for our newsletter
skip navigation
sponsored content
subscribe now
support us
terms of service
terms of use
toggle menu
toggle navigation
view comments
view gallery
view image in fullscreen";

/// Words on buttons. Alone they may be a heading or a line of verse; beside other furniture they are furniture.
pub(super) const BUTTONS: &str = "\
accept
account
bookmark
close
comment
comments
copy
donate
e-mail
email
enlarge
external
facebook
follow
instagram
linkedin
listen
login
messenger
newsletter
newsletters
permalink
pinterest
play
print
promoted
reddit
register
rss
save
send
snapchat
sponsored
subscribe
subscriptions
telegram
tweet
twitter
viber
whatsapp
youtube";

/// Starts of lines that are furniture, with the number of words up to which they are.
pub(super) const STARTS: [(&str, usize); 77] = [
    ("(additional reporting by", 40),
    ("(editing by", 30),
    ("(reporting by", 40),
    ("(writing by", 30),
    ("\u{a9} ", 30),
    ("additional reporting by", 30),
    ("all rights reserved", 20),
    ("also read:", 30),
    ("an earlier version of this", 60),
    ("article continues", 6),
    ("by signing up", 30),
    ("categories:", 20),
    ("clarification:", 60),
    ("click here to", 12),
    ("continue reading", 10),
    ("copyright 2", 20),
    ("copyright \u{a9}", 30),
    ("correction, ", 60),
    ("correction:", 60),
    ("corrections:", 60),
    ("don't miss:", 30),
    ("editing by ", 12),
    ("editor's note:", 60),
    ("enter your email", 12),
    ("external link", 4),
    ("filed under", 12),
    ("follow us on", 12),
    ("for media inquiries", 20),
    ("for more information contact", 20),
    ("for more information, contact", 20),
    ("for press inquiries", 20),
    ("get the latest", 15),
    ("jump to ", 5),
    ("keywords:", 20),
    ("media contact", 14),
    ("more on this:", 30),
    ("more:", 25),
    ("opens in a new", 6),
    ("press contact", 14),
    ("read also:", 30),
    ("read more about", 12),
    ("read more:", 30),
    ("read next:", 30),
    ("read the full story", 8),
    ("recommended:", 30),
    ("related:", 30),
    ("reporting by ", 20),
    ("scroll to continue", 6),
    ("see also:", 30),
    ("share on ", 4),
    ("share this with ", 5),
    ("share via ", 4),
    ("sign up for ", 16),
    ("sign up to ", 16),
    ("skip advert", 4),
    ("skip to ", 6),
    ("story continues", 6),
    ("subscribe to our", 14),
    ("tags:", 25),
    ("these are external links", 12),
    ("this article has been updated", 60),
    ("this article was amended", 60),
    ("this article was updated", 60),
    ("this browser does not support", 15),
    ("this site uses cookies", 60),
    ("this story has been updated", 60),
    ("this story was updated", 60),
    ("this website uses cookies", 60),
    ("topics:", 25),
    ("url copied", 5),
    ("watch:", 30),
    ("we and our partners", 60),
    ("we use cookies", 60),
    ("we value your privacy", 60),
    ("writing by ", 12),
    ("you can unsubscribe", 20),
    ("your email address", 14),
];

/// Headings over lists of links to other articles.
pub(super) const RELATED: &str = "\
editor's picks
external links
further reading
latest news
latest stories
more from this section
more news
more stories
most popular
most read
most viewed
read next
recommended
recommended for you
recommended stories
references
related articles
related content
related news
related stories
related topics
sources
top stories
you may also like";

/// Headings over what readers wrote.
pub(super) const COMMENTS: &str = "\
all comments
comments
join the conversation
join the discussion
leave a comment
leave a reply
reader comments
responses
your comments";

/// What stands below what a reader wrote.
pub(super) const REPLIES: &str = "\
flag
like
log in to reply
recommend
reply
report
report comment
report this comment
upvote";

/// News agencies as they sign.
pub(super) const AGENCIES: &str = "\
AAP
AFP
AFPE
ANI
ANP
ANSA
AP
APA
ATS
Anadolu
BNS
Belga
Bloomberg
CNA
CP
DPA
EFE
IANS
IPS
Interfax
KNA
Kyodo
Lusa
NTB
PA
PTI
RIA
Reuters
SID
TASS
UPI
Xinhua
dpa
epd";

/// Names of a newspaper's sections and of the parts of a site, as menus and kickers carry them.
pub(super) const SECTIONS: &str = "\
about
about us
africa
americas
analysis
archive
arts
asia
breaking
breaking news
business
climate
conflict
conflicts
contact
contact us
crime
culture
economy
education
english
entertainment
environment
europe
exclusive
explainer
features
football
health
help
home
international
jobs
latest
law
life
lifestyle
live
local
markets
media
menu
middle east
money
more
national
news
opinion
podcasts
politics
radio
science
search
shop
society
sport
sports
tech
technology
travel
tv
uk
video
world";
