import { readExamples } from "./requestExamples.ts";

/**
 * Half of what a stranger to the rules wrote for every code, split by a digest: no rule, word or example of triage was
 * made from it. They had seen the taxonomy, and part of its word lists. Their words stand as
 * they wrote them, but for one slip of the pen.
 */
export const reserve = readExamples(`
LG-04 HoDs are very good at running a dept day to day but not at holding colleagues to account, looking for a programme for about eight of them
LG-05 Are we really as good as we say we are? Want someone to test our own judgements about the school before the new year plan is written
LG-06 Last visit was 2019 so we're expecting the phone call any week, staff are jittery and subject leads want a practice at being interviewed
LG-06 Dry run under the new framework please, two days, me and SLT
LG-07 The board hasn't had an outside look at how it works for at least six years and the trust has asked us to arrange one
LG-08 I have been elected chair because nobody else would do it, and I would be grateful for somebody to show me the ropes
LG-08 Chair of govs here. Relationship with the head has become strained and I'd like to talk to a more experienced chair about how to challenge without it turning into a row
LG-11 We launch something new every September and by February it has fizzled out, would like support in planning how we bring things in and make them last
LG-11 Three big changes at once (new timetable, new planning format, new marking) and staff are resisting. How do I sequence this and get people on board?
LG-12 Staff survey was grim: half say they work most Sundays. We want to strip out things that don't matter
LG-12 I'm worried about my teachers, three have been signed off with stress since half term and the rest look shattered
LG-13 We lose about a third of our staff every summer and exit interviews don't tell us much, need to work out why people leave and how to keep them
LG-13 Rural coastal secondary, can't get anyone to come for interview, need help with adverts and what we can offer
LG-14 We would like to join up with two other schools and visit each other on a regular cycle to look at each other's work, need somebody to set it up and train us as reviewers
CT-01 I am curriculum lead in a two form primary and over the years the foundation subjects have been taught from a mish mash of bought schemes and whatever people found on Twinkl, so there's no thread running from Y1 to Y6, and children meet the Romans twice and never meet volcanoes
CT-01 Medium term plans are just lists of activities and no one can say what pupils should know by the end, and that's across the whole school not one subject. Also some of our middle leaders need coaching
CT-02 Y9 just don't get Macbeth and the set texts are tired, could someone help the dept rethink KS3 texts and the poetry unit?
CT-02 our year 11s freeze on the essay question about An Inspector Calls, quotations learnt but nothing said about them
CT-03 62% passed the check in June. We bought the programme, everyone had the two days training, but groups are run six different ways by six different adults
CT-03 We've still got seven Y3 pupils who can't sound out simple words and KS2 staff have never been trained to teach it
CT-03 Y1 children guess from the picture instead of sounding out, and books sent home dont match what they've been taught
CT-04 Secondary - a quarter of our Y7 intake have a standardised reading score below 85 and we haven't got anything in place beyond phonics
CT-04 Whole-class reading lessons have turned in to answering SATs style questions and pupils are bored, could sombody model a better lesson
CT-05 Our Year 4s can't write a sentence with a full stop in the right place, in fact some can't write one without help, and it's been put down to covid but that was a long time ago now and by Y6 we're fire fighting with boosters all spring. We just want to know what to do lower down
CT-05 Lots of children in KS1 hold the pencil badly, letters are all over the place and they tire after two lines
CT-05 pupils have super ideas when they tell you a story but what ends up on the page is three lines long
CT-06 Our Year 5s still count on fingers for 7 x 8 and the MTC scores show it
CT-06 higher tier paper 3 is a disaster for us every year, particularly ratio and anything with letters in
CT-07 We signed up for the mastery programme two years ago and only Y2 is really doing it, looking for someone to help us bring it to the other year groups
CT-07 Reception and KS1 teachers want to see what manipulatives and part-whole models look like when used well
CT-08 Kids love whizz bang lessons but can't say what they found out
CT-08 new subject lead (Y2 teacher, English degree!) needs somebody to go through electricity and forces with staff as they are not confident with the ideas themselves
CT-09 Option numbers for GCSE CS have fallen to nine and only one is a girl, the teacher is on his own in the department & would value another specialist
CT-10 No sense of what came before what, KS2
CT-10 Y8 pupils treat every source as biased and leave it there, our dept of two would like ideas for teaching interpretations
CT-12 The SACRE has brought out a new syllabus and we don't know what to do with it, only 40 minutes a week on the timetable and often missed
CT-13 We have a Spanish scheme on paper and it's on the website and everything, yet if I'm truthful most classes get twenty minutes of colours and numbers each year from whoever is covering PPA, and nobody on the staff speaks more than holiday Spanish
CT-13 Up take at GCSE has colapsed to 18%, students say it's too hard and they can't understand the listening, sole German teacher retires in July
CT-14 GCSE coursework portfolios were marked down heavily by the visiting moderator and our teacher is the only one in the department
CT-16 our singing teacher left and now there's nothing except a Friday assembly with YouTube, class teachers terrified of leading songs
CT-18 Gym apparatus hasn't come out for three years because staff are frightened of it; half the lesson is spent lining up and the rest is football
CT-18 Could someone help us spend the sports grant well, too much goes on coaches who take the class while teachers do PPA, also only 51% of Y6 can swim 25 metres
CT-19 Tutors deliver the lessons on contraception and drugs badly because they're embarrassed and don't have the knowledge
CT-20 students leave us with no idea how parliament or the courts work and we have only an occassional drop down day for it
PA-01 Explanations in lessons are long and muddled and pupils don't know what to do when they're sent off to work, I'd like staff to get better at modelling step by step
PA-01 Want to introduce I do we do you do and worked examples across the school, currently a lot of discovery style lessons which leave many behind
PA-02 Students revise by highlighting and re-reading, then are surprised when it all goes wrong. How do we teach them to plan, check and learn for themselves?
PA-03 Next steps written beautifully, never acted on
PA-04 The same four hands go up. Would like training on questioning so that staff find out what everyone understands before moving on
PA-05 We have three data drops a year and no one trusts the numbers; the tracking system is all teacher judgement with no tests behind it
PA-05 Since levels went we've never had a decent system for the end of unit tests in KS3, each dept uses different grades and parents can't follow reports
PA-05 Mock exam grades were miles out from what students actually got in August, need to sort out how we set and mark our assessments
PA-06 Four small schools want to get Y2 and Y6 teachers together with pupils' books to agree what expected looks like, and need a confident person to lead it
PA-06 One form entry, nobody for our Y4 teacher to check her judgements with
PA-08 Students answer in one word grunts
PA-08 Governors would like our pupils to be confident speakers for interviews and life, at the moment they mumble and wont stand up in front of others
PA-09 We set spellings, reading and a maths sheet every week out of habit, does it do any good? Want to rethink what we send home
PA-10 We got 60 iPads from a grant which sit in a trolley. Could somebody show teachers what's worth doing with them
PA-11 Our TA budget is over £300k, the governors have started asking questions about it and I couldn't tell you what difference it makes, so before we think of cutting anyone I'd like somebody to look at how they're best used in lessons
PA-11 TAs sit and listen to the carpet input for 25 mins every morning, then do the work for the table they're with
PA-12 We take childern out in threes and fours every afternoon for extra help, no idea which ones work and they're missing the foundation subjects
PA-13 Our top end coast. Nine pupils came in with really high KS2 scores and not one got an 8 or 9
PA-13 Parents of bright children say they're bored, finished early and given more of the same
PA-13 Combined GDS 3% v 8% nat, EXS fine
PA-14 One of our maths teachers would really benefit from somebody skilled watching her fortnightly and working on her craft a step at a time, she is keen, this is not capability
PA-16 I want staff to weigh up what they read on social media rather than jump on the next thing, is there somebody from a research school who could help?
EY-01 Our outdoor area is bikes and mud and nothing much is learnt there, I'd like someone to walk round nursery and reception with me
EY-01 GLD has been around 58% three years on the trot, we've had the LA adviser in and changed the baseline and bought a lot of resources, and reception still looks like a small Y1 with too much sitting on the carpet. The talk is weak as well
EY-01 Pre-school on our site is now run by the governors. Ratios, key person, tapestry, all new to us.
EY-02 Nursery practitioners fire questions at the children rather than chatting and listening, please can someone model it
EY-02 We've had NELI training but the staff have gone and reception children's talk is very delayed
EY-03 The governors want to open to 2s with the new funded hours. The room, staffing, routines, toileting - where do we start?
EY-03 Toddler room is chaos at lunchtime and biting is a daily event, staff were all trained for three and four year olds
EY-04 How much play should there be in Year 1? We'd like to see a school where the autumn term has been well thought out
EY-05 Our pupils go on to eleven different secondaries and information gets lost, some of the vulnerable ones really wobble in the first term
EY-05 In Y7 they repeat stuff they did at primary and progress dips, would like to do some joint work with our feeders on the move up
EY-06 A number of our Y11s with low grades drop off the radar between June and October and end up NEET
IN-SPLD Bright boy in Y5, talks brilliantly, reads and spells at a six year old level, and I have another five like him. What should teachers be doing?
IN-SPLD A cluster of kids in KS3 who just can't hold numbers in their head, suspect dyscalculia, maths teachers don't know how to help them
IN-MLD There are eight pupils across KS3 working at roughly Y1/Y2 level in everything, mainstream, no diagnosis. What would a good curriculum for them look like?
IN-PMLD Young person with very complex needs, tube fed, communicates by eye movements. Our new teacher wants help with sensory based planning
IN-SLCN Waitng list for SALT is 14 months and we've a dozen in KS1 nobody outside the family can understand
IN-SLCN Teachers talk too fast and use long instructions, children who struggle to understand language are lost. Whole staff training and some advice on visuals and Makaton
IN-SLCN Y8 lad with DLD gets into bother mostly as he misunderstands what's said to him. Would like strategies for his teachers
IN-ASD Little girl in Y2, lovely, bright as a button, but she covers her ears, bolts out of the room and melts down at any change of routine, and the pathway assessment is two years off so mum is desperate and so is the teacher. What can we put in place now without a diagnosis?
IN-ASD We have 14 diagnosed pupils and more on the waiting list, I'd like somebody to walk round and tell us how our environment looks to them
IN-ASD Girls who mask all day and then explode at home - staff say she's fine in school. Training please, secondary
IN-ASD TA and teacher need advice on workstations, now and next boards and social stories for a pupil who's just been diagnosed
IN-SEMH Pupil can't regulate at all, ADHD, medication pending, every lesson disrupted & the class teacher is in tears
IN-HI Acoustics in our hall and open plan classrooms are dreadful and we have two children who wear aids, what can we do to make lessons accessible to them
IN-VI How should we adapt PE, playground and reading materials for a little boy with nystagmus who can only see the board if he's a metre away
IN-PD Student with muscular dystrophy is losing hand strength, how do we help with recording work, fatigue and access arrangements for a wheelchair user in practicals
IN-OTH A pupil with epilepsy and a rare genetic syndrome that none of us had heard of, doesn't fit any of the usual boxes, and we want to plan for her properly
IN-13 our SENDCo is a lovely person but drowning, she writes all the plans herself, does the cover for absent TAs and has no influence over teaching, and I worry that we'll lose her, so I'd like a mentor for her from a strong school plus maybe some help with the annual review paperwork
IN-13 Interim sendco covering mat leave here, need to learn the ropes fast, annual reviews are stacking up too
IN-13 I've been made SENCO with half a day a week and a caseload of 62, started the NPQ, and would love someone to help me work out what to do first
IN-14 Requests for assessment keep getting knocked back by the LA as we can't show enough assess plan do review
IN-14 IEP targets woolly and never reviewed
IN-14 Teachers go straight to asking for a diagnosis or a plan without having tried anything in class first, we'd like a clear step by step process
IN-16 25 children have arrived from Hong Kong, Ukraine and Afghanistan since the summer, four have never been to school at all
IN-16 Over half our pupils speak another language at home. They pick up playground English fast but stay stuck on reading and writing, teachers think they've cracked it
IN-16 No English at all, joined mid Y10, what now
IN-18 The pupil premium strategy on the website is last year's with the dates changed. I want somebody to come and look at what we spend it on and whether it's right
BA-01 lunchtimes are the problem, fights on the football pitch every day and then afternoons lost to sorting it out, and sanctions depend on who you get, so children say it isn't fair and to be honest they've a point. The midday staff could do with training too
BA-01 New head wants calmer school, consistent routines at start and end of lessons, would like to visit somewhere which turned it round then have someone help with the policy. Attendance not great either
BA-02 We are at 91.2% and Mondays and Fridays are the worst, letters home have no effect
BA-02 PA is 31% in Y10/11 and our attendance officer just left, and a few of them are the anxious sort but most simply aren't made to come. Need someone to look at our systems from first day calling through to meetings with families
BA-02 Thirty or so stroll in after the gate shuts, same ones each day
BA-03 Our supensions are 4x the national figure and the same 15 pupils account for most of them, what else could we do
BA-05 HR files are a mess, references and overseas checks missing from some older staff records, need somebody to go through them with the office mgr before inspection
BA-06 Y6 WhatsApp group is out of control, messages at 2am and a nude doing the rounds
BA-07 Several parents say the same group of girls has made their daughters' lives a misery and the school does nothing about it
BA-07 we've had a spike in racist name calling in the playground and "gay" used as an insult, want to tackle it with pupils
BA-09 We have 11 who are too anxious to come in full time, part time timetables drag on and never build up, what works in getting them back
BA-10 Morning registration with form tutors is 25 minutes of kids on their phones, would like it to be worth having
PW-01 No resilience, tears if they get one wrong, Y3 and Y4 in particular. What could be taught to whole classes?
PW-02 I did the senior lead training online but have no idea how to turn it into a plan for the school
PW-02 Anixety among pupils is through the roof and referrals to CAMHS are bounced back. I need to know what we should be offering, who should do it and how we'd pay for a counsellor
PW-02 MHST coming on board in January, how should we get ready to make the best of them
PW-03 New leader for careers needs help with Compass, we're hitting three of the eight benchmarks
PW-03 our pupils only know of jobs their parents do, would like to bring in people from different walks of life from KS2 up
PW-04 Hardly any of our disadvantaged pupils go to a club or come on the residential; we want a wider offer and a way to track who does what
PW-05 School council picks the colour of the bins and that's it
PW-06 Agressive emails and Facebook pile ons from a small group of parents are wearing staff out, two formal complaints this term. We want to rebuild trust with families
WF-01 One of our ECTs is at risk of not meeting the standards at the second assessment point, mostly behaviour in her lessons, tutor would like some advice and a joint observation
WF-02 Our SCITT trainee is struggling and her mentor is at a loss, weekly meetings turn into chats about marking
WF-03 Three of our leaders have been asked by the hub to deliver the headship and senior leadership qualifications, they'd like to watch an experienced facilitator and get some practice
WF-03 I'm leading seminars for the NPQLT cohort from February and would value help with engaging adults rather than reading the slides out
WF-05 Reception and office team are brusque with visitors and parents and we'd like a bit of training for them, nothing heavy
WF-06 Head, deputy & SBM all gone within 3 yrs, no one lined up
WF-08 Can a head of department job really be shared? Would love to speak to a school that does it
BS-FIN1 The governors get a spreadsheet each month that no one understands, could someone help with clear budget reports and forecasts
BS-FIN2 numbers in reception have dropped from 60 to 38 since the new free school opened so moeny is falling off a cliff and we may have to mix classes. how many classes can we afford to run, and how do we attract more families?
BS-HR1 A member of staff has put in a bullying complaint about another, they've both got friends on the staff and it's a small place so everyone has taken sides, and I've no idea of the procedure, nor who should investigate
BS-HR3 End of year certificate for TPS keeps being rejected and I've inherited years of wrong part time service records
BS-PR1 We need to go out to tender for grounds and supply staff agencies and don't know which thresholds or frameworks apply
BS-PR2 Take up of dinners has dropped to 40%, food comes lukewarm from another school's kitchen and we're subsidising it by 20k a year
BS-PR2 Toilets and classrooms are filthy, the contractor sends one person for two hours. Should we bring it back in house?
BS-ES1 Heating packs up weekly and the log books have gaps, want a person to look at how our site team manages maintenance and checks (and advise on a bid for a new boiler if there's time)
BS-ES2 Had a near miss with a minibus and a child who fell from the trim trail, I want someone to look at how we do our risk assessments and record accidents
BS-ES2 New educational visits coordinator wants a steer on approving an overnight trip with climbing and canoeing
BS-ES3 The council is expanding us from 1FE to 2FE and no one here has ever worked with architects, contractors etc. Want to talk to a school that's been through it
BS-IT1 Somebody clicked a link and all our files were locked on Sunday night. Even if we get them back I never want that again
BS-IT1 Technican says that the servers are 11 years old and we should move it all to the cloud, quotes are from 9k to 50k and I can't judge them
BS-IT1 Wi fi falls over evrytime two classes log on at once
BS-DP1 A parent has asked for every email that mentions her son since Year 3, solicitor's letter attached
BS-DP1 Teacher left a memory stick with pupils detials on a train. What have we to do and by when?
BS-MK1 We have room for 30 more children and everyone drives past us to the one down the road, how do we sell ourselves
BS-MK1 website missing things the DfE says should be there
DA-01 Session for govs on reading the published figures pls
DA-01 P8 fell by half a grade, which groups and which subjects? Need someone good with numbers to dig in to the last three years with us
DA-02 Looking to ask pupils, parents and staff what they think of school with decent questions, last time we got 19 replies
DA-02 We've run the staff questionnaire and have 300 free text comments, don't know how to make sense of them without bias
DA-03 Trust has put £90k into a programme in five schools and the trustees want to know if it's made a difference, can someone design a fair way of finding out
DA-03 We start lots of projects with no baseline so at the end we can't prove anything. Some help in setting success measures at the start and following them through
`);
