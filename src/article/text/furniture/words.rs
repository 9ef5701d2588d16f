//! The words of page furniture, as English pages print them.
//!
//! Data only, in ASCII small letters unless said otherwise. A list is one text with an entry on each line: a table of slices would weigh
//! as much again as its words. It must never learn how it is searched.

/// No entry of a list of whole lines is longer, in bytes.
pub(super) const LONGEST: usize = 48;

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

/// Starts of lines that are furniture, each behind the number of words up to which they are, in two digits.
pub(super) const STARTS: &str = "\
40 (additional reporting by
30 (editing by
40 (reporting by
30 (writing by
30 \u{a9}\x20
30 additional reporting by
20 all rights reserved
30 also read:
60 an earlier version of this
06 article continues
30 by signing up
20 categories:
60 clarification:
12 click here to
10 continue reading
20 copyright 2
30 copyright \u{a9}
60 correction,\x20
60 correction:
60 corrections:
30 don't miss:
12 editing by\x20
60 editor's note:
12 enter your email
04 external link
12 filed under
12 follow us on
20 for media inquiries
20 for more information contact
20 for more information, contact
20 for press inquiries
15 get the latest
05 jump to\x20
20 keywords:
14 media contact
30 more on this:
25 more:
06 opens in a new
14 press contact
30 read also:
12 read more about
30 read more:
30 read next:
08 read the full story
30 recommended:
30 related:
20 reporting by\x20
06 scroll to continue
30 see also:
04 share on\x20
05 share this with\x20
04 share via\x20
16 sign up for\x20
16 sign up to\x20
04 skip advert
06 skip to\x20
06 story continues
14 subscribe to our
25 tags:
12 these are external links
60 this article has been updated
60 this article was amended
60 this article was updated
15 this browser does not support
60 this site uses cookies
60 this story has been updated
60 this story was updated
60 this website uses cookies
25 topics:
05 url copied
30 watch:
60 we and our partners
60 we use cookies
60 we value your privacy
12 writing by\x20
20 you can unsubscribe
14 your email address";

/// What is counted beside articles.
pub(super) const COUNTED: &str = "\
comments
comment
shares
share
likes
views
min read
mins read
minute read
minutes read
-minute read
-min read
min
retweets";

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
