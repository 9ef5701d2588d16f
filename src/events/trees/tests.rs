//! What the stage makes of trees written down by hand. All sentences are made up for these tests; they were published on Thursday 10 June 2021.

use super::drafts_from;
use super::tree::{TextTree, written::tree};
use crate::article::{Article, Block, BlockKind};
use crate::base::date::Day;
use crate::base::edtf;
use crate::base::span::Span;
use crate::events::draft::Draft;
use crate::events::sentence::{Sentence, read_article};
use crate::events::{Certainty, Status};
use crate::language::Languages;
use crate::temporal::Context;

/// The drafts of an article of these sentences, each a paragraph of its own.
fn drafts(notations: &[&str]) -> Vec<Draft> {
    let trees: Vec<(String, TextTree)> = notations.iter().map(|notation| tree(notation)).collect();
    let block = |text: &String| Block {
        kind: BlockKind::Paragraph,
        text: text.clone(),
        source: None,
        time: None,
        dates: Vec::new(),
    };
    let article = Article { blocks: trees.iter().map(|(text, _)| block(text)).collect(), ..Article::default() };
    let languages = Languages::english();
    let language = languages.get("en").unwrap();
    let published = Day::from_ymd(2021, 6, 10);
    let context = Context::news(language, published.map(Into::into));
    let told = read_article(&article, context, &mut Vec::new());
    let parse = |sentence: &Sentence<'_>, _: Span| {
        trees.iter().find(|(written, _)| written == sentence.text).unwrap().1.clone()
    };
    drafts_from(0, &told, published, false, language, parse, |_| {})
}

/// Date and title of what passes the gate; news without a date left out.
fn told(notations: &[&str]) -> Vec<String> {
    let shown = |draft: &&Draft| draft.chance > Some(0.0) && draft.when.certainty != Certainty::Assumed;
    let line = |draft: &Draft| format!("{} {}", edtf::write(&draft.when.extent), draft.title);
    drafts(notations).iter().filter(shown).map(line).collect()
}

const OPENED: &str = "Marta/PROPN/3/nsubj Velim/PROPN/1/flat opened/VERB/0/root the/DET/6/det Orsa/PROPN/6/compound clinic/NOUN/3/obj in/ADP/8/case 2015/NUM/3/obl ~./PUNCT/3/punct";
const SHE_LEFT: &str = "She/PRON/2/nsubj left/VERB/0/root it/PRON/2/obj in/ADP/5/case March/PROPN/2/obl 2019/NUM/5/nmod:unmarked ~./PUNCT/2/punct";
const MET: &str = "Nora/PROPN/3/nsubj Falk/PROPN/1/flat met/VERB/0/root Ida/PROPN/3/obj Brandt/PROPN/4/flat in/ADP/7/case 2001/NUM/3/obl ~./PUNCT/3/punct";
const RESIGNED: &str = "She/PRON/2/nsubj resigned/VERB/0/root in/ADP/4/case 2005/NUM/2/obl ~./PUNCT/2/punct";

#[test]
fn a_pronoun_is_who_was_named_and_nobody_where_two_could_be_meant() {
    assert_eq!(told(&[OPENED, SHE_LEFT]), ["2015 Marta Velim opened the Orsa clinic", "2019-03 Marta Velim left it"]);
    assert_eq!(told(&[RESIGNED]), [""; 0], "nobody was named");
}

#[test]
fn a_surname_is_the_full_name() {
    let short = "Velim/PROPN/2/nsubj sold/VERB/0/root it/PRON/2/obj in/ADP/5/case 2020/NUM/2/obl ~./PUNCT/2/punct";
    assert_eq!(told(&[OPENED, short])[1], "2020 Marta Velim sold it");
    assert_eq!(told(&[MET, short])[1], "2020 Velim sold it", "a name that nobody introduced stays as it is");
}

#[test]
fn each_of_two_joined_predicates_has_its_own_date() {
    let sold = "The/DET/2/det club/NOUN/3/nsubj sold/VERB/0/root its/PRON/5/nmod:poss ground/NOUN/3/obj in/ADP/7/case 2004/NUM/3/obl and/CCONJ/9/cc bought/VERB/3/conj a/DET/11/det stadium/NOUN/9/obj in/ADP/13/case 2009/NUM/9/obl ~./PUNCT/3/punct";
    assert_eq!(told(&[sold]), ["2004 The club sold its ground", "2009 The club bought a stadium"]);
}

#[test]
fn a_date_in_front_dates_both_of_two_joined_clauses() {
    let both = "On/ADP/2/case 2/NUM/7/obl May/PROPN/2/nmod:unmarked 2021/NUM/2/nmod:unmarked ~,/PUNCT/2/punct Ruiz/PROPN/7/nsubj set/VERB/0/root a/DET/9/det record/NOUN/7/obj and/CCONJ/12/cc Bell/PROPN/12/nsubj scored/VERB/7/conj twice/ADV/12/advmod ~./PUNCT/7/punct";
    assert_eq!(told(&[both]), ["2021-05-02 Ruiz set a record", "2021-05-02 Bell scored twice"]);
}

#[test]
fn relative_and_reduced_clauses_tell_of_their_noun() {
    let sank = "Divers/NOUN/2/nsubj found/VERB/0/root a/DET/4/det wreck/NOUN/2/obj that/PRON/6/nsubj sank/VERB/4/acl:relcl in/ADP/8/case 1911/NUM/6/obl ~./PUNCT/2/punct";
    assert_eq!(told(&[sank]), ["1911 A wreck sank"]);
    let called = "The/DET/2/det union/NOUN/3/nsubj ended/VERB/0/root a/DET/5/det strike/NOUN/3/obj called/VERB/5/acl in/ADP/8/case April/PROPN/6/obl 2020/NUM/8/nmod:unmarked ~./PUNCT/3/punct";
    assert_eq!(told(&[called]), ["2020-04 A strike was called"]);
}

#[test]
fn what_is_loosely_added_is_cut_and_what_restricts_is_not() {
    let loose = "Lena/PROPN/9/nsubj Ruiz/PROPN/1/flat ~,/PUNCT/5/punct a/DET/5/det pilot/NOUN/1/appos from/ADP/7/case Faro/PROPN/5/nmod ~,/PUNCT/5/punct crossed/VERB/0/root the/DET/11/det strait/NOUN/9/obj on/ADP/13/case 3/NUM/9/obl May/PROPN/13/nmod:unmarked 2021/NUM/13/nmod:unmarked ~./PUNCT/9/punct";
    assert_eq!(told(&[loose]), ["2021-05-03 Lena Ruiz crossed the strait"]);
    let restricts = "The/DET/2/det minister/NOUN/3/nsubj ruled/VERB/0/root on/ADP/5/case 1/NUM/3/obl June/PROPN/5/nmod:unmarked 2021/NUM/5/nmod:unmarked that/SCONJ/11/mark shops/NOUN/11/nsubj must/AUX/11/aux mark/VERB/3/ccomp eggs/NOUN/11/obj laid/VERB/12/acl by/ADP/16/case caged/ADJ/16/amod hens/NOUN/13/obl:agent ~./PUNCT/3/punct";
    assert_eq!(told(&[restricts]), ["2021-06-01 The minister ruled that shops must mark eggs laid by caged hens"]);
}

#[test]
fn a_gerund_and_the_past_perfect_are_told_in_the_past() {
    let fleeing = "After/SCONJ/2/mark fleeing/VERB/10/advcl to/ADP/4/case Oslo/PROPN/2/obl in/ADP/6/case 2012/NUM/2/obl ~,/PUNCT/2/punct Emre/PROPN/9/compound Aksoy/PROPN/10/nsubj wrote/VERB/0/root two/NUM/12/nummod novels/NOUN/10/obj ~./PUNCT/10/punct";
    assert_eq!(told(&[fleeing]), ["2012 Emre Aksoy fled to Oslo"]);
    let had_quit = "Abela/PROPN/4/nsubj Costa/PROPN/1/flat had/AUX/4/aux quit/VERB/0/root the/DET/6/det board/NOUN/4/obj in/ADP/8/case January/PROPN/4/obl 2020/NUM/8/nmod:unmarked ~./PUNCT/4/punct";
    assert_eq!(told(&[had_quit]), ["2020-01 Abela Costa quit the board"]);
}

#[test]
fn an_admission_is_the_entry_and_what_somebody_merely_says_is_told_itself() {
    let admitted = "The/DET/2/det airline/NOUN/3/nsubj admitted/VERB/0/root on/ADP/5/case 7/NUM/3/obl June/PROPN/5/nmod:unmarked 2021/NUM/5/nmod:unmarked that/SCONJ/11/mark it/PRON/11/nsubj had/AUX/11/aux lost/VERB/3/ccomp 900/NUM/13/nummod records/NOUN/11/obj ~./PUNCT/3/punct";
    assert_eq!(told(&[admitted]), ["2021-06-07 The airline admitted that it had lost 900 records"]);
    let said = "Police/NOUN/2/nsubj said/VERB/0/root on/ADP/4/case 8/NUM/2/obl June/PROPN/4/nmod:unmarked 2021/NUM/4/nmod:unmarked that/SCONJ/10/mark a/DET/9/det van/NOUN/10/nsubj hit/VERB/2/ccomp the/DET/12/det bridge/NOUN/10/obj ~./PUNCT/2/punct";
    let drafts = drafts(&[said]);
    assert_eq!(drafts[0].title, "A van hit the bridge");
    assert_eq!((drafts[0].status, drafts[0].source.as_deref()), (Status::Reported, Some("Police")));
    assert_eq!(drafts[0].when.certainty, Certainty::Inferred);
}

#[test]
fn an_outlets_report_is_an_entry() {
    let reported = "The/DET/2/det Gazette/PROPN/3/nsubj reported/VERB/0/root on/ADP/5/case 5/NUM/3/obl June/PROPN/5/nmod:unmarked 2021/NUM/5/nmod:unmarked that/SCONJ/12/mark the/DET/10/det port/NOUN/12/nsubj is/AUX/12/cop up/ADP/3/ccomp for/ADP/14/case sale/NOUN/12/obl ~./PUNCT/3/punct";
    assert_eq!(told(&[reported]), ["2021-06-05 The Gazette reported that the port is up for sale"]);
}

#[test]
fn a_noun_with_a_date_of_its_own_tells_an_event_and_its_verb_does_not() {
    let call = "The/DET/2/det mayor/NOUN/4/nsubj:pass was/AUX/4/aux:pass charged/VERB/0/root over/ADP/7/case a/DET/7/det call/NOUN/4/obl to/ADP/10/case the/DET/10/det clinic/NOUN/7/nmod in/ADP/12/case May/PROPN/7/nmod 2020/NUM/12/nmod:unmarked ~./PUNCT/4/punct";
    assert_eq!(told(&[call]), ["2020-05 Call to the clinic"]);
}

#[test]
fn comparisons_conditions_negations_and_possibilities_are_no_events() {
    let against = "Shares/NOUN/2/nsubj rose/VERB/0/root to/ADP/5/case 31/NUM/5/nummod crowns/NOUN/2/obl ~,/PUNCT/9/punct against/ADP/9/case 28/NUM/9/nummod crowns/NOUN/2/obl in/ADP/11/case 2019/NUM/9/nmod ~./PUNCT/2/punct";
    let if_agrees = "If/SCONJ/4/mark the/DET/3/det bank/NOUN/4/nsubj agrees/VERB/9/advcl ~,/PUNCT/4/punct the/DET/7/det port/NOUN/9/nsubj will/AUX/9/aux close/VERB/0/root on/ADP/11/case 1/NUM/9/obl July/PROPN/11/nmod:unmarked 2021/NUM/11/nmod:unmarked ~./PUNCT/9/punct";
    let did_not = "The/DET/2/det court/NOUN/5/nsubj did/AUX/5/aux not/PART/5/advmod meet/VERB/0/root on/ADP/7/case 4/NUM/5/obl May/PROPN/7/nmod:unmarked 2021/NUM/7/nmod:unmarked ~./PUNCT/5/punct";
    let could = "The/DET/2/det bridge/NOUN/5/nsubj could/AUX/5/aux have/AUX/5/aux opened/VERB/0/root in/ADP/7/case 2018/NUM/5/obl ~./PUNCT/5/punct";
    for notation in [against, if_agrees, did_not, could] {
        assert_eq!(told(&[notation]), [""; 0], "{notation}");
    }
}

#[test]
fn captions_and_a_quotations_own_yesterday_give_nothing() {
    let caption = "A/DET/2/det man/NOUN/3/nsubj walks/VERB/0/root past/ADP/6/case a/DET/6/det shop/NOUN/3/obl in/ADP/8/case Lagos/PROPN/6/nmod on/ADP/10/case 7/NUM/3/obl June/PROPN/10/nmod:unmarked 2021/NUM/10/nmod:unmarked ~./PUNCT/3/punct";
    let quoted = "“/PUNCT/3/punct ~We/PRON/3/nsubj closed/VERB/8/ccomp it/PRON/3/obj yesterday/NOUN/3/obl:unmarked ~,/PUNCT/3/punct ~”/PUNCT/3/punct said/VERB/0/root the/DET/10/det owner/NOUN/8/nsubj ~./PUNCT/8/punct";
    assert_eq!(told(&[caption]), [""; 0]);
    assert_eq!(told(&[quoted]), [""; 0]);
}

#[test]
fn a_plan_is_told_with_the_verb_that_plans_it() {
    let set = "The/DET/2/det port/NOUN/4/nsubj:pass is/AUX/4/aux:pass set/VERB/0/root to/PART/6/mark close/VERB/4/xcomp on/ADP/8/case 1/NUM/6/obl July/PROPN/8/nmod:unmarked 2021/NUM/8/nmod:unmarked ~./PUNCT/4/punct";
    let drafts = drafts(&[set]);
    assert_eq!((drafts[0].title.as_str(), drafts[0].status), ("The port is set to close", Status::Planned));
}

#[test]
fn a_story_of_an_older_year_goes_on_in_its_own_time() {
    let collapsed = "Olga/PROPN/3/nsubj Pires/PROPN/1/flat collapsed/VERB/0/root in/ADP/5/case October/PROPN/3/obl 2014/NUM/5/nmod:unmarked ~./PUNCT/3/punct";
    let left = "She/PRON/2/nsubj left/VERB/0/root the/DET/4/det hospital/NOUN/2/obj in/ADP/6/case January/PROPN/2/obl ~./PUNCT/2/punct";
    assert_eq!(told(&[collapsed, left]), ["2014-10 Olga Pires collapsed", "2015-01 Olga Pires left the hospital"]);
    let year = "Olga/PROPN/3/nsubj Pires/PROPN/1/flat moved/VERB/0/root in/ADP/5/case 2014/NUM/3/obl ~./PUNCT/3/punct";
    assert_eq!(told(&[year, left])[1], "2021-01 Olga Pires left the hospital", "a year alone is background");
}

#[test]
fn connectives_and_loose_relatives_are_left_out() {
    let furthermore = "Furthermore/ADV/5/advmod ~,/PUNCT/1/punct the/DET/4/det mill/NOUN/5/nsubj closed/VERB/0/root in/ADP/7/case 1998/NUM/5/obl ~./PUNCT/5/punct";
    assert_eq!(told(&[furthermore]), ["1998 The mill closed"]);
    let study = "A/DET/3/det 2014/NUM/3/nummod study/NOUN/4/nsubj warned/VERB/0/root of/ADP/6/case floods/NOUN/4/obl ~./PUNCT/4/punct";
    assert_eq!(told(&[study]).len(), 1, "a study's year is that of its warning");
}

#[test]
fn any_tree_gives_drafts_and_no_panic() {
    for notation in [
        "2015/NUM/1/obl",
        "in/ADP/2/case 2015/NUM/1/obl ~./PUNCT/9/punct",
        "“/PUNCT/0/root 2015/NUM/1/acl:relcl ~,/PUNCT/2/conj",
    ] {
        drafts(&[notation]);
    }
}
