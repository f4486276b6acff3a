/** A word of a text as it was written, and a stem under which it is looked up; an abbreviation has several. */
export type Stemmed = { readonly word: string; readonly stem: string };

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

// Words that join others; they are passed over wherever they stand.
const joining = setOf(
  "a about across after again all alongside already also although am an and another any anybody anyone anything are around as at away be " +
    "because been before being between but by came can come could couldn did didn doesn don hadn hasn haven isn shouldn wasn weren won wouldn do does doing done during each either else even ever every " +
    "everybody everyone everything for from further get gets getting go goes going got had has have having he hence her here him his how however i if " +
    "in instead into is it its itself just keep keeps kept let like made make makes making many may me might more most much must my need needed needs " +
    "no nobody none nor not nothing now of often on once only onto or others otherwise our ours ourselves per perhaps please put quite rather really " +
    "said says shall she should since so some somebody someone something somewhere soon still such than thank thanks that the their theirs them themselves " +
    "then there these they thing things this those though to today too towards under unless until upon us very via was " +
    "we were what whatever when where which while who whom whose why will with within without would yet you your yours",
);

// Words that any request uses: they say something only as part of a phrase.
const everyday = setOf(
  "whether together both neither same say through able academy account add advice advise afternoon ago agree allow almost always amount appear apply approach area arrange arrive ask autumn available back bad become " +
    "begin behind believe below best better big bit book bring build busy call cannot care carry case chance change check choose class classroom clear clearly close " +
    "colleague common complain concern confidence confident consider cost cover current cut day deal deliver describe develop development different difficult drop due early easter easy education " +
    "effective end enough ensure every example expect experience experienced explain external extra face fair fall far feel felt few find fine fit follow form four five six seven eight nine " +
    "full gap general give good great group grow half hand happen happy hard head headteacher hear help high hit hold home hope hour house idea identify improve improvement " +
    "include increase interest issue job join keen key kind know lack large last late lead leader leadership learn leave lesson less level little local long look lose lot low lunch mean " +
    "meet member mind miss model moment month morning move name nearly never new next number of off offer office old one open order out outside own part pass past people " +
    "person place plan play point poor post practical practice prepare present primary problem process programme progress provide provision pupil quality quarter question quick ready reach reason recent " +
    "record regular related report result review right role room rule run school second secondary see seem send serious service session set several shape share short show side simple single site size skill " +
    "small sort spend spring staff stage stand start state step stick stop strong struggle subject suggest summer support sure system take talk task teach teacher team tell term test thing think three two time top " +
    "train training try turn understand up urgent use useful usual value visit wait want watch way weak week well whole wide winter wish wonder word work worry worth write wrong year first third ten twelve twenty " +
    "christmas january february march april may june july august september october november december monday tuesday wednesday thursday friday lose leave bought buy situation guidance somewhat properly " +
    "down over above little along left around remain bottom third percent cent expert expertise specialist advise partner another visitor figure real actual handful dozen couple moment",
);

const meanings = (list: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    list.split(";").map((entry): [string, readonly string[]] => {
      const [word = "", means = ""] = entry.split("=");
      return [word, means.split(" ")];
    }),
  );

const irregular: ReadonlyMap<string, string> = new Map(
  (
    "pupil:child,children,childs,kid,kids,student,students,learner,learners,youngster,youngsters,pupils parent:mum,mums,dad,dads,carer,carers " +
    "teach:taught speak:spoke,spoken write:wrote,written,writes leave:left,leaves fall:fell,fallen grow:grew,grown buy:bought pay:paid " +
    "spend:spent meet:met choose:chose,chosen tell:told sleep:slept fight:fought break:broke,broken swim:swam sing:sang,sung draw:drew,drawn " +
    "understand:understood find:found hear:heard see:saw,seen think:thought feel:felt throw:threw,thrown send:sent lose:lost,losing " +
    "begin:began,begun know:knew,known give:gave,given take:took,taken bring:brought hold:held hurt:hurts bite:bit,bitten eat:ate,eaten hide:hid,hidden wear:wore,worn win:won drive:drove,driven rise:rose,risen beat:beaten wake:woke catch:caught sell:sold sit:sat steal:stole,stolen " +
    "bad:worse,worst run:ran,running mean:meant deal:dealt build:built stick:stuck shut:shutting refuse:refusal,refuses anxious:anxiety " +
    "analyse:analysis,analyses die:died,dying,death maths:math,mathematics,mathematical diary:diaries policy:policies autism:autistic " +
    "dyslexia:dyslexic deaf:deafness blind:blindness absent:absence,absences,absentee,absenteeism exclude:exclusion,exclusions,excluded " +
    "suspend:suspension,suspensions,suspended retire:retirement,retiring,retires recruit:recruitment,recruiting govern:governance " +
    "assess:assessment,assessments manage:management school:schools violence:violent,violently vocabulary:vocab tech:technology,technologies obsess:obsessed swear:swearing,swore " +
    "1:one,first,i 2:two,second,twos 3:three,third 4:four,fourth 5:five,fifth 6:six,sixth 7:seven 8:eight 9:nine 10:ten 11:eleven 12:twelve 13:thirteen 16:sixteen"
  )
    .split(" ")
    .flatMap((entry) => {
      const [stem = "", words = ""] = entry.split(":");
      return words.split(",").map((word): [string, string] => [word, stem]);
    }),
);

// Nouns that mean more than the verb they come from.
const nouns = setOf("career writing building housing hearing staffing placement meeting");

const capitals: ReadonlyMap<string, readonly string[]> = meanings(
  "SEND=special educational needs;SEN=special educational needs;RE=religious education;IT=it systems;AP=alternative provision;PP=pupil premium",
);

const abbreviations = meanings(
  "y=year;yr=year;yrs=years;ks1=key stage 1;ks2=key stage 2;ks3=key stage 3;ks4=key stage 4;ks5=key stage 5;eyfs=early years foundation stage;" +
    "hod=head of department;hods=heads of department;ht=headteacher;dht=deputy head;aht=assistant head;sbm=business manager;" +
    "ta=teaching assistant;tas=teaching assistants;lsa=teaching assistant;lsas=teaching assistants;tlr=subject leader;smt=senior leadership team;" +
    "slt=senior leadership team;dsl=designated safeguarding lead;dsls=designated safeguarding leads;ddsl=designated safeguarding lead;" +
    "fsm=free school meals;lac=looked after children;cla=looked after children;h&s=health and safety;dt=d&t;cpd=professional development;" +
    "ite=initial teacher training;itt=initial teacher training;nqt=newly qualified teacher;nqts=newly qualified teachers;wifi=wi fi;" +
    "ai=artificial intelligence;sats=sats results;dcd=dyspraxia;mfl=modern foreign languages;pshce=pshe;salt=speech and language therapy",
);

const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, "y"],
  [/(ss|us|is)$/, "$1"],
  [/(sh|ch|x|z)es$/, "$1"],
  [/(?<=\w\w)(?<![sui])s$/, ""],
  [/(?<=\w{3})(?:ing|ed)$/, ""],
  [/(?<=\w{4})(?:ly|er|or|al)$/, ""],
  [/(?<=\w{5})(?:ance|ence|ic|ate?)$/, ""],
  [/(?<=\w{4})(?:ation|ition|ion)$/, ""],
  [/(?<=\w{3})e$/, ""],
  [/(?<=\w{3})y$/, "i"],
  [/([bdgmnprt])\1$/, "$1"],
];

/** The stem of a word: rough, but the same for a text and for the taxonomy. */
export function stemOf(word: string): string {
  const singular = word.replace(/(?<=\w\w)(?<![sui])s$/, "");
  if (nouns.has(singular)) return singular;
  const base = irregular.get(word) ?? word;
  return endings.reduce((stem, [ending, replacement]) => stem.replace(ending, replacement), base);
}

const everydayStems: ReadonlySet<string> = new Set(Array.from(everyday, stemOf));

/** Whether a stem is one that any request uses. */
export const isEveryday = (stem: string): boolean => everydayStems.has(stem) || /^\d/.test(stem);

// An abbreviation in capitals may be an everyday word otherwise, unless all is written so.
const meantBy = (word: string, isShouted: boolean): readonly string[] =>
  (isShouted ? undefined : capitals.get(word)) ??
  abbreviations.get(word.toLowerCase()) ?? [word.toLowerCase()];

/** Stems words, each but once: for many texts that say the same words again and again. */
export function stemmingOnce(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const stem = known.get(word) ?? stemOf(word);
    known.set(word, stem);
    return stem;
  };
}

/** The words of a text in order, without those that only join; an abbreviation stands for the words it means. */
export function wordsOf(text: string, stem: (word: string) => string = stemOf): Stemmed[] {
  const isShouted = text === text.toUpperCase();
  const plain = text
    .replaceAll(/['\u2018\u2019](?:s|t|re|ve|ll|d|m)?\b/gi, " ")
    .replaceAll(/\b(yr|y)(?=\d)/gi, "$1 ");
  const found = plain.match(/[a-z0-9]+(?:&[a-z0-9]+)*/gi) ?? [];
  return found.flatMap((word) =>
    meantBy(word, isShouted)
      .filter((each) => !joining.has(each) && (each.length > 1 || /\d/.test(each)))
      .map((each) => ({ word: word.toLowerCase(), stem: stem(each) })),
  );
}
