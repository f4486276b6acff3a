import { createHash } from "node:crypto";
import { readLabelled, type LabelledSentence } from "./triageLabelled.testdata.ts";

// As many for each family as it has codes; the author had seen codes and part of their word lists, but no rules.
const lines = `
LG-01 I took over in September after twelve years as a deputy and honestly I don't know what I don't know. Could someone who has been through it spend a bit of time with me in this first year?
LG-01 Our HT has gone off long term and the deputy has stepped up at four days notice, governors want someone experienced alongside her until Easter
LG-01 Acting head from January, first time. Help!
LG-02 I've been a head for nine years and I'm running out of steam and ideas, I'd value an hour a month with a wiser head who isn't my line manager
LG-02 Looking for a critical friend for our experienced head, who asked for a thinking partner rather than a course
LG-03 Our two assistant heads and the deputy all do a good job in their own way, and I get on with all of them, but when it comes to it nobody is sure who owns what, emails go to everyone, things get done twice or not at all and I end up doing everything myself
LG-03 SLT meetings last three hours and go round in circles. We would like someone to watch one and work with us on roles and priorities.
LG-04 Our humanities and arts leaders have never looked at books or watched a lesson in anyone else's class and would not know how to start
LG-04 HoDs are very good at running a dept day to day but not at holding colleagues to account, looking for a programme for about eight of them
LG-04 In a school of five teachers everybody leads three or four subjects and most can't tell you what's going well in theirs. How do other small schools do it?
LG-05 The SEF is 43 pages long and nobody reads it, we need help to get it down to something governors can use
LG-05 we have written our school improvemnt plan but I think there are far too many priorities and I would like an outside view before it goes to the board
LG-05 Are we really as good as we say we are? Want someone to test our own judgements about the school before the new year plan is written
LG-06 Last visit was 2019 so we're expecting the phone call any week, staff are jittery and subject leads want a practice at being interviewed
LG-06 We came out with needs attention for two of the areas on the new report card and have to produce an action plan in the next few weeks
LG-06 Dry run under the new framework please, two days, me and SLT
LG-07 The board hasn't had an outside look at how it works for at least six years and the trust has asked us to arrange one
LG-07 As governors we suspect we spend too long on uniform and car parking and not enough on standards; would like someone to observe us and tell us how effective we are
LG-07 Local governing body vs trustees - who does what? Our scheme of delegation doesn't match what really happens and we'd like it all looked at
LG-08 I have been elected chair because nobody else would do it, and I would be grateful for somebody to show me the ropes
LG-08 new clerk needs a mentor
LG-08 Chair of govs here. Relationship with the head has become strained and I'd like to talk to a more experienced chair about how to challenge without it turning into a row
LG-09 Two small village primaries thinking of sharing one head and one governing body, both of us under 60 on roll and both short of money, the villages don't much like each other and the parents have got wind of it. Where do we even begin?
LG-09 The diocese wants us to join their MAT by next September. Governors need somebody neutral to take us through due diligence, the consultation and the timeline.
LG-10 INSET days here are a jumble of bought in speakers and nothing sticks. I've just been given responsibility for staff training and want to plan a proper two-year programme
LG-10 teaching and learning lead would like help designing our CPD for next year so that it is more than a series of twilights
LG-11 We launch something new every September and by February it has fizzled out, would like support in planning how we bring things in and make them last
LG-11 Three big changes at once (new timetable, new planning format, new marking) and staff are resisting. How do I sequence this and get people on board?
LG-12 Staff survey was grim: half say they work most Sundays. We want to strip out things that don't matter
LG-12 I'm worried about my teachers, three have been signed off with stress since half term and the rest look shattered
LG-12 Cutting down planning and marking hours for staff - who's done it?
LG-13 Advertised three times for physics, no applicants
LG-13 We lose about a third of our staff every summer and exit interviews don't tell us much, need to work out why people leave and how to keep them
LG-13 Rural coastal secondary, can't get anyone to come for interview, need help with adverts and what we can offer
LG-14 We would like to join up with two other schools and visit each other on a regular cycle to look at each other's work, need somebody to set it up and train us as reviewers
LG-14 Our trio of primaries did its first reciprocal review in the spring and it was a bit cosy. Can someone lead the next one with us?
CT-01 I am curriculum lead in a two form primary and over the years the foundation subjects have been taught from a mish mash of bought schemes and whatever people found on Twinkl, so there's no thread running from Y1 to Y6, and children meet the Romans twice and never meet volcanoes
CT-01 We want to look again at what we teach and in what order across KS3 because departments have all gone their own way
CT-01 Medium term plans are just lists of activities and no one can say what pupils should know by the end, and that's across the whole school not one subject. Also some of our middle leaders need coaching
CT-02 Language paper results dropped 14 percentage points last summer, the new HoD would apreciate someone who marks for the board
CT-02 Y9 just don't get Macbeth and the set texts are tired, could someone help the dept rethink KS3 texts and the poetry unit?
CT-02 our year 11s freeze on the essay question about An Inspector Calls, quotations learnt but nothing said about them
CT-03 62% passed the check in June. We bought the programme, everyone had the two days training, but groups are run six different ways by six different adults
CT-03 We've still got seven Y3 pupils who can't sound out simple words and KS2 staff have never been trained to teach it
CT-03 Y1 children guess from the picture instead of sounding out, and books sent home dont match what they've been taught
CT-03 Reception & KS1 lead is going on maternity leave and no one else in school knows the scheme well enough to keep the daily lessons and the catch up groups going
CT-04 Y6 can read it aloud but haven't a clue what it means
CT-04 Boys in upper key stage two won't pick up a book. The library is a cupboard full of donated Horrible Histories and our story time got squeezed out years ago.
CT-04 Secondary - a quarter of our Y7 intake have a standardised reading score below 85 and we haven't got anything in place beyond phonics
CT-04 Whole-class reading lessons have turned in to answering SATs style questions and pupils are bored, could sombody model a better lesson
CT-05 Our Year 4s can't write a sentence with a full stop in the right place, in fact some can't write one without help, and it's been put down to covid but that was a long time ago now and by Y6 we're fire fighting with boosters all spring. We just want to know what to do lower down
CT-05 Lots of children in KS1 hold the pencil badly, letters are all over the place and they tire after two lines
CT-05 We were moderated this summer and lost several of our greater depths, the pieces were over scaffolded. Teachers need help to teach children to edit and choose for themselves.
CT-05 pupils have super ideas when they tell you a story but what ends up on the page is three lines long
CT-06 Our Year 5s still count on fingers for 7 x 8 and the MTC scores show it
CT-06 Foundation tier students stuck at grade 3, the dept is two non-specialists (one is really PE) and a long term supply, the good HoD left at Christmas and we're having no luck replacing her. Could we have someone to work alongside them on Fridays?
CT-06 Children can do the sums, but give them a word problem with two steps and they fall to pieces
CT-06 higher tier paper 3 is a disaster for us every year, particularly ratio and anything with letters in
CT-07 In Y1 they can chant to 100 but show them six counters and they start again from one, we'd like help with how we teach the basics of number
CT-07 We signed up for the mastery programme two years ago and only Y2 is really doing it, looking for someone to help us bring it to the other year groups
CT-07 Reception and KS1 teachers want to see what manipulatives and part-whole models look like when used well
CT-08 Kids love whizz bang lessons but can't say what they found out
CT-08 Combined results below national three years running, triple is ok. Lots of required practicals not done because we have one technician.
CT-08 new subject lead (Y2 teacher, English degree!) needs somebody to go through electricity and forces with staff as they are not confident with the ideas themselves
CT-09 Nobody on the staff feels able to teach the programming bit so it's all PowerPoint and typing
CT-09 Option numbers for GCSE CS have fallen to nine and only one is a girl, the teacher is on his own in the department & would value another specialist
CT-10 No sense of what came before what, KS2
CT-10 Y8 pupils treat every source as biased and leave it there, our dept of two would like ideas for teaching interpretations
CT-11 Our pupils don't know the difference between a country and a city and the atlases have the USSR in them
CT-11 We've no idea how to organise the two days out of school collecting data for paper 3, rivers and urban study, used to be done by someone who left
CT-12 Our church school inspection is coming and teaching about Islam and Hinduism is very thin, staff are nervous of saying the wrong thing
CT-12 The SACRE has brought out a new syllabus and we don't know what to do with it, only 40 minutes a week on the timetable and often missed
CT-13 We have a Spanish scheme on paper and it's on the website and everything, yet if I'm truthful most classes get twenty minutes of colours and numbers each year from whoever is covering PPA, and nobody on the staff speaks more than holiday Spanish
CT-13 Up take at GCSE has colapsed to 18%, students say it's too hard and they can't understand the listening, sole German teacher retires in July
CT-14 Sketch books are full of copies of Van Gogh's Sunflowers, no progression in drawing from one year to the next
CT-14 GCSE coursework portfolios were marked down heavily by the visiting moderator and our teacher is the only one in the department
CT-15 Lovely new teaching kitchen, nobody trained to use it
CT-15 primary, the children make a junk model moving vehicle every year and that's it. need a plan for structures, mechanisms and cooking
CT-16 our singing teacher left and now there's nothing except a Friday assembly with YouTube, class teachers terrified of leading songs
CT-16 Would like someone to help us plan for whole class ukulele or recorder and what comes after it, non specialist staff
CT-17 KS3 lessons are lively but the written exam component at GCSE drags the grade down, lone teacher
CT-17 we want to put on a proper show for once and use improvisation and hot seating in class as well, none of us are performers
CT-18 Gym apparatus hasn't come out for three years because staff are frightened of it; half the lesson is spent lining up and the rest is football
CT-18 Could someone help us spend the sports grant well, too much goes on coaches who take the class while teachers do PPA, also only 51% of Y6 can swim 25 metres
CT-19 New statutory guidance for RSHE comes in and a group of parents are upset about what we teach in Y5 on puberty. Need help with the policy and the lessons.
CT-19 Tutors deliver the lessons on contraception and drugs badly because they're embarrassed and don't have the knowledge
CT-19 Need a scheme that covers healthy relationships and personal safety properly for pupils in a special school
CT-20 students leave us with no idea how parliament or the courts work and we have only an occassional drop down day for it
CT-21 First year of running A level econ and the teacher's own degree is in marketing, would welcome a link with a department that's done it a while
CT-21 Y10 stuck on break-even and cash-flow
CT-22 Starting a health T-level in September and employers are not coming forward for the 45 days
CT-22 BTEC Level 3 sport: our samples were blocked by the standards verifier and we need someone to check our assignment briefs and internal verification
CT-23 Small post 16 with groups of four or five, results disappointing (ALPS 7), wondering about entry requirements, study skills, private study and what we offer
CT-23 We're good up to Y11, but teaching in 12 and 13 is too much like GCSE and value added is poor across nearly all subjects
CT-23 New director of KS5 would like to visit a provider which has turned round its A levels
CT-24 47 on roll, three classes, Y3/4/5/6 all together next year. How do we plan so nobody does the Vikings twice?
CT-24 teacher has reception year 1 and year 2 all in one room and is struggling to plan maths for all of them
CT-24 As a tiny school we can't follow the published schemes as they assume a class per year, we need a rolling programme and someone that's done it
PA-01 Explanations in lessons are long and muddled and pupils don't know what to do when they're sent off to work, I'd like staff to get better at modelling step by step
PA-01 Want to introduce I do we do you do and worked examples across the school, currently a lot of discovery style lessons which leave many behind
PA-01 pupils forget what they were taught last week, we'd like staff training on retrieval, small steps and guided practice
PA-02 Students revise by highlighting and re-reading, then are surprised when it all goes wrong. How do we teach them to plan, check and learn for themselves?
PA-02 They give up the moment it gets tricky and wait for an adult, we want them to think about how they learn and to be more independant
PA-03 Teachers spend hours writing comments in books, pupils ignore them. There must be a better way
PA-03 Marking policy needs ripping up, triple marking in three colours of pen. Want something that makes a difference to the next piece of work
PA-03 Next steps written beautifully, never acted on
PA-04 Teachers carry on with the lesson even if half the class hasn't got it. We need better checking as they go, mini whiteboards and that sort of thing.
PA-04 The same four hands go up. Would like training on questioning so that staff find out what everyone understands before moving on
PA-05 We have three data drops a year and no one trusts the numbers; the tracking system is all teacher judgement with no tests behind it
PA-05 Since levels went we've never had a decent system for the end of unit tests in KS3, each dept uses different grades and parents can't follow reports
PA-05 Mock exam grades were miles out from what students actually got in August, need to sort out how we set and mark our assessments
PA-06 Four small schools want to get Y2 and Y6 teachers together with pupils' books to agree what expected looks like, and need a confident person to lead it
PA-06 One form entry, nobody for our Y4 teacher to check her judgements with
PA-07 Lower attainers get a different worksheet and colouring in while the rest do the lesson. We'd like everyone to be on the same learning with the right support.
PA-07 The range in each class is enormous now, from children working three years below to real flyers, and my teachers, bless them, are making five versions of everything on a Sunday. It's wearing them out and I'm not convinced that anybody learns more because of it
PA-07 Ofsted said work is not consistently matched to what pupils with SEND need in class. It's the everyday teaching rather than the paperwork
PA-08 Students answer in one word grunts
PA-08 Would like someone to help us get children talking properly, in pairs and groups, giving reasons and disagreeing politely. KS2
PA-08 Governors would like our pupils to be confident speakers for interviews and life, at the moment they mumble and wont stand up in front of others
PA-09 Half of Y8 don't hand it in, detentions aren't working and parents are arguing with us over how much they should be doing in the evenings
PA-09 We set spellings, reading and a maths sheet every week out of habit, does it do any good? Want to rethink what we send home
PA-10 Staff are using ChatGPT to write reports and plan lessons and we have no policy at all
PA-10 We got 60 iPads from a grant which sit in a trolley. Could somebody show teachers what's worth doing with them
PA-10 Worried about coursework being written by a bot, but also want to use the tools to save time. Where do we start as a school?
PA-11 Every class has an LSA glued to one child and he can't do anything without her
PA-11 Our TA budget is over £300k, the governors have started asking questions about it and I couldn't tell you what difference it makes, so before we think of cutting anyone I'd like somebody to look at how they're best used in lessons
PA-11 TAs sit and listen to the carpet input for 25 mins every morning, then do the work for the table they're with
PA-12 After school catch up is run by whoever is free and doesn't join up with what goes on in lessons, want to set it up better for Y11
PA-12 We take childern out in threes and fours every afternoon for extra help, no idea which ones work and they're missing the foundation subjects
PA-13 Our top end coast. Nine pupils came in with really high KS2 scores and not one got an 8 or 9
PA-13 Parents of bright children say they're bored, finished early and given more of the same
PA-13 Combined GDS 3% v 8% nat, EXS fine
PA-14 We want to move away from graded observations to short weekly visits and one small thing to practise; need help to train six of us to do it well
PA-14 One of our maths teachers would really benefit from somebody skilled watching her fortnightly and working on her craft a step at a time, she is keen, this is not capability
PA-14 We've had people doing drop ins for a year but the conversations afterwards are vague and too nice
PA-15 Pupils cant get through the text in a science or geography paper, teachers outside English say that's not their job
PA-15 We have a list of key words on every wall & kids still can't use them, looking to help all depts teach vocabulary and reading in their own subject
PA-16 I want staff to weigh up what they read on social media rather than jump on the next thing, is there somebody from a research school who could help?
PA-16 teacher enquiry groups have run for one year, each trying something out with their class, but what they produce is anecdotes. Want some rigour
EY-01 Our outdoor area is bikes and mud and nothing much is learnt there, I'd like someone to walk round nursery and reception with me
EY-01 New EYFS lead, year 3 teacher by trade, needs help with continuous provision and what adults should be doing during free flow
EY-01 GLD has been around 58% three years on the trot, we've had the LA adviser in and changed the baseline and bought a lot of resources, and reception still looks like a small Y1 with too much sitting on the carpet. The talk is weak as well
EY-01 Pre-school on our site is now run by the governors. Ratios, key person, tapestry, all new to us.
EY-02 Three year olds arriving with hardly any words
EY-02 Nursery practitioners fire questions at the children rather than chatting and listening, please can someone model it
EY-02 We've had NELI training but the staff have gone and reception children's talk is very delayed
EY-03 The governors want to open to 2s with the new funded hours. The room, staffing, routines, toileting - where do we start?
EY-03 Toddler room is chaos at lunchtime and biting is a daily event, staff were all trained for three and four year olds
EY-04 Children go from lots of choosing in Reception straight to desks in Y1 and we see tears in September every year
EY-04 y1 teachers say children aren't ready and Reception say Y1 is too formal. can someone help them agree on how the year should start
EY-04 How much play should there be in Year 1? We'd like to see a school where the autumn term has been well thought out
EY-05 Our pupils go on to eleven different secondaries and information gets lost, some of the vulnerable ones really wobble in the first term
EY-05 In Y7 they repeat stuff they did at primary and progress dips, would like to do some joint work with our feeders on the move up
EY-06 A number of our Y11s with low grades drop off the radar between June and October and end up NEET
EY-06 Our learners with EHCPs leave us at 16 for the FE college and many have dropped out by Xmas. We want to prepare them better for the move
IN-SPLD Bright boy in Y5, talks brilliantly, reads and spells at a six year old level, and I have another five like him. What should teachers be doing?
IN-SPLD We'd like to be able to screen for dyslexia ourselves and train staff on what to do next
IN-SPLD A cluster of kids in KS3 who just can't hold numbers in their head, suspect dyscalculia, maths teachers don't know how to help them
IN-MLD There are eight pupils across KS3 working at roughly Y1/Y2 level in everything, mainstream, no diagnosis. What would a good curriculum for them look like?
IN-MLD Several children learn far slower than their peers in all areas and need lots of repetition, class teachers not sure how to break things down small enough
IN-SLD we have a child joining in Reception who would normally have gone to special school, no speech, still in nappies, working at around 12 months
IN-SLD Two pupils on the engagement model in a mainstream primary and no staff with special school experience, would like to see how a special school plans for them
IN-PMLD Young person with very complex needs, tube fed, communicates by eye movements. Our new teacher wants help with sensory based planning
IN-PMLD Special school, looking for a peer to look at provision in our complex needs class where pupils are at the very earliest stages and many are life limited
IN-SLCN Waitng list for SALT is 14 months and we've a dozen in KS1 nobody outside the family can understand
IN-SLCN Teachers talk too fast and use long instructions, children who struggle to understand language are lost. Whole staff training and some advice on visuals and Makaton
IN-SLCN Y8 lad with DLD gets into bother mostly as he misunderstands what's said to him. Would like strategies for his teachers
IN-ASD Little girl in Y2, lovely, bright as a button, but she covers her ears, bolts out of the room and melts down at any change of routine, and the pathway assessment is two years off so mum is desperate and so is the teacher. What can we put in place now without a diagnosis?
IN-ASD We have 14 diagnosed pupils and more on the waiting list, I'd like somebody to walk round and tell us how our environment looks to them
IN-ASD Girls who mask all day and then explode at home - staff say she's fine in school. Training please, secondary
IN-ASD TA and teacher need advice on workstations, now and next boards and social stories for a pupil who's just been diagnosed
IN-SEMH Three boys in Y1 who throw chairs, hit adults and run, we are at our wits end and nothing on our policy touches it
IN-SEMH Lots of girls self harming in Y10 and one pupil with an EHCP for it, my inclusion team needs skilling up on how to support in school
IN-SEMH thinking of opening a nurture room for KS2 pupils who can't cope in class. who has done one well?
IN-SEMH Pupil can't regulate at all, ADHD, medication pending, every lesson disrupted & the class teacher is in tears
IN-HI Child with cochlear implants starts after Easter. Never used a radio aid
IN-HI Acoustics in our hall and open plan classrooms are dreadful and we have two children who wear aids, what can we do to make lessons accessible to them
IN-VI Yr 7 student losing her sight, needs large print and probably Braille soon, science and D&T teachers in particular are worried
IN-VI How should we adapt PE, playground and reading materials for a little boy with nystagmus who can only see the board if he's a metre away
IN-MSI We're admitting a pupil who has both hearing and sight loss and need someone who knows about intervenors and tactile signing
IN-PD Child with cerebral palsy who uses a walker will be moving to our upstairs Y3 classroom, staff need guidance on moving and handling and joining in PE
IN-PD Student with muscular dystrophy is losing hand strength, how do we help with recording work, fatigue and access arrangements for a wheelchair user in practicals
IN-OTH A pupil with epilepsy and a rare genetic syndrome that none of us had heard of, doesn't fit any of the usual boxes, and we want to plan for her properly
IN-OTH We've a child with FASD and the usual strategies dont work, he forgets everything overnight
IN-13 I've been made SENCO with half a day a week and a caseload of 62, started the NPQ, and would love someone to help me work out what todo first
IN-13 our SENDCo is a lovely person but drowning, she writes all the plans herself, does the cover for absent TAs and has no influence over teaching, and I worry that we'll lose her, so I'd like a mentor for her from a strong school plus maybe some help with the annual review paperwork
IN-13 Want an outside review of SEND across the school, how it is led, the register, the provision map, use of TAs and outcomes
IN-13 Interim sendco covering mat leave here, need to learn the ropes fast, annual reviews are stacking up too
IN-14 Requests for assessment keep getting knocked back by the LA as we can't show enough assess plan do review
IN-14 IEP targets woolly and never reviewed
IN-14 We've 23 annual reviews to do by May, and the section F provision in a lot of them isn't happening because there's no money
IN-14 Teachers go straight to asking for a diagnosis or a plan without having tried anything in class first, we'd like a clear step by step process
IN-15 The council has asked if we'd host a 12 place base for pupils with communication needs from next Sept. Governors would like to talk to someone who has one
IN-15 Our unit feels like an island, the children hardly ever go in to mainstream lessons and staff in the base don't come to meetings
IN-16 25 children have arrived from Hong Kong, Ukraine and Afghanistan since the summer, four have never been to school at all
IN-16 Over half our pupils speak another language at home. They pick up playground English fast but stay stuck on reading and writing, teachers think they've cracked it
IN-16 No English at all, joined mid Y10, what now
IN-17 Designated teacher asking for help with PEPs - the virtual school says ours are poor and targets are too vague
IN-17 Six children in foster care across the school, two have moved placement this term, staff want to know how to support them and use the PP plus money
IN-18 Our FSM kids are 22 points behind everyone else at the end of KS2 and the gap isn't shifting
IN-18 The pupil premium strategy on the website is last year's with the dates changed. I want somebody to come and look at what we spend it on and whether it's right
IN-18 White working class boys from the estate do worse than any other group, governors want us to get to the bottom of it
BA-01 Corridors are horrible between lessons and some staff look the other way, every teacher has their own rules
BA-01 It's not the big stuff, it's the chatting, chair swinging and calling out all day long. Supply teachers won't come back
BA-01 lunchtimes are the problem, fights on the football pitch every day and then afternoons lost to sorting it out, and sanctions depend on who you get, so children say it isn't fair and to be honest they've a point. The midday staff could do with training too
BA-01 New head wants calmer school, consistent routines at start and end of lessons, would like to visit somewhere which turned it round then have someone help with the policy. Attendance not great either
BA-02 We are at 91.2% and Mondays and Fridays are the worst, letters home have no effect
BA-02 Families taking two weeks off in term time as the fines are cheaper than the flights
BA-02 PA is 31% in Y10/11 and our attendance officer just left, and a few of them are the anxious sort but most simply aren't made to come. Need someone to look at our systems from first day calling through to meetings with families
BA-02 Thirty or so stroll in after the gate shuts, same ones each day
BA-03 Our supensions are 4x the national figure and the same 15 pupils account for most of them, what else could we do
BA-03 We place students with three outside providers for part of the week and I'm not sure that we check up on them well enough, nor that they're learning anything. Want to set up something in house
BA-04 I've just taken on DSL on top of deputy head, and need someone to talk cases through with and check thresholds
BA-04 KCSIE update for all staff + more depth for my 4 deputies
BA-04 Staff don't always report the small worries, low level concerns about adults too. We need to build the culture
BA-05 one day SCR check and written report for trustees
BA-05 The 175 return is due to the LA and as link governor I want an external check as I don't know what I'm looking at
BA-05 HR files are a mess, references and overseas checks missing from some older staff records, need somebody to go through them with the office mgr before inspection
BA-06 Y6 WhatsApp group is out of control, messages at 2am and a nude doing the rounds
BA-06 Do we have to monitor what's typed on the school laptops, as no one knows who gets the alerts? Also parents would like an evening on TikTok and Roblox
BA-07 Several parents say the same group of girls has made their daughters' lives a misery and the school does nothing about it
BA-07 we've had a spike in racist name calling in the playground and "gay" used as an insult, want to tackle it with pupils
BA-08 Loads of our children have lived through domestic abuse, loss or time in refuge, and shouting at them makes it worse. Staff need to understand what's going on behind it
BA-08 Considering whether to go relational instead of the isolation booths, need someone with experience of attachment and ACEs to train everybody, incl lunch staff
BA-09 A Y8 girl hasn't been in since October, gets as far as the car park and is sick with panic. Parents are at breaking point
BA-09 We have 11 who are too anxious to come in full time, part time timetables drag on and never build up, what works in getting them back
BA-10 Heads of year spend all day firefighting and never look ahead, roles of tutor, HOY and student support aren't clear
BA-10 Morning registration with form tutors is 25 minutes of kids on their phones, would like it to be worth having
PW-01 Children fall out over everything at playtime and have no way of putting it into words or calming themselves, would like a whole school programme for KS1 and 2
PW-01 Want to teach pupils about feelings, coping when they lose, and getting on with others. Bits and pieces at the moment
PW-01 No resilience, tears if they get one wrong, Y3 and Y4 in particular. What could be taught to whole classes?
PW-02 I did the senior lead training online but have no idea how to turn it into a plan for the school
PW-02 Anixety among pupils is through the roof and referrals to CAMHS are bounced back. I need to know what we should be offering, who should do it and how we'd pay for a counsellor
PW-02 MHST coming on board in January, how should we get ready to make the best of them
PW-03 Every Y10 needs a placement next July and we've no contacts with firms locally
PW-03 New leader for careers needs help with Compass, we're hitting three of the eight benchmarks
PW-03 our pupils only know of jobs their parents do, would like to bring in people from different walks of life from KS2 up
PW-04 Hardly any of our disadvantaged pupils go to a club or come on the residential; we want a wider offer and a way to track who does what
PW-04 Many of our children have never seen the sea or been to a museum though it's 9 miles away. Like some help to plan experiences for each yr group, and better assemblies
PW-05 School council picks the colour of the bins and that's it
PW-05 Students feel no one listens to them, want to set up a proper way for them to have a say including prefects and y7 reps
PW-06 Parents' evenings are a desert, we get 30% at best and never the ones we need
PW-06 Agressive emails and Facebook pile ons from a small group of parents are wearing staff out, two formal complaints this term. We want to rebuild trust with families
PW-06 How do we help mums and dads to support reading and maths at home when many didn't enjoy school themselves? Thinking of workshops or a family room
WF-01 Three new teachers start in Sept straight from training and we have only one person who's ever mentored one, what do we have to do for the two years
WF-01 One of our ECTs is at risk of not meeting the standards at the second assessment point, mostly behaviour in her lessons, tutor would like some advice and a joint observation
WF-01 New induction tutor, unsure of reports and timetable reduction
WF-02 We'd like to take on students from the local university next year, but none of us has been trained to look after one
WF-02 Our SCITT trainee is struggling and her mentor is at a loss, weekly meetings turn into chats about marking
WF-02 Mentors need those 20 hours of training for ITE and quite frankly cannot find the time, also how do we use the intensive placement weeks
WF-03 Three of our leaders have been asked by the hub to deliver the headship and senior leadership qualifications, they'd like to watch an experienced facilitator and get some practice
WF-03 I'm leading seminars for the NPQLT cohort from February and would value help with engaging adults rather than reading the slides out
WF-04 PM targets are all about percentages and people dread it, now performance pay has gone we'd like to redesign the whole process
WF-04 A teacher isn't meeting standards in spite of a lot of support, and the line manager has never had to do an informal plan. How to go about it fairly?
WF-04 Need someone external to support governors with the head's annual objectives in the autumn term
WF-05 Dinner ladies untrained since 2016
WF-05 I have four excellent TAs who want to get on, HLTA or an apprenticeship perhaps, what do other schools offer
WF-05 Reception and office team are brusque with visitors and parents and we'd like a bit of training for them, nothing heavy
WF-06 Head, deputy & SBM all gone within 3 yrs, no one lined up
WF-06 How do we spot and bring on people with potential? Talented middle leaders leave for promotion elsewhere
WF-06 Deputy is keen on headship but needs more experience, can she shadow someone for a few days somewhere different
WF-07 97% white staff and a pupil body that's nothing like that. Board would like to do something real about it and not just a policy
WF-07 our equality objectives expired in 2022. want help to write new ones and do some training on bias for those who sit on interview panels
WF-08 Four requests to go to three days after maternity leave, all in the same phase, don't want to lose them but can't see how the timetable works
WF-08 Can a head of department job really be shared? Would love to speak to a school that does it
BS-FIN1 New SBM never set a school budget before and the three year return goes to the LA in May
BS-FIN1 The governors get a spreadsheet each month that no one understands, could someone help with clear budget reports and forecasts
BS-FIN1 Not sure if our staffing cost assumptions for the next few years are right, pay awards, pensions, NI etc, want them sense checked before going to trustees
BS-FIN2 We're forecast to be £214k in the red by year 3 and the LA wants a plan from us on how to get out
BS-FIN2 numbers in reception have dropped from 60 to 38 since the new free school opened so moeny is falling off a cliff and we may have to mix classes. how many classes can we afford to run, and how do we attract more families?
BS-FIN2 Want help working out contact ratios, average class size and if the timetable is affordable, reserves nearly gone
BS-FIN3 The LA's auditors gave us limited assurance - orders raised after the invoice, no segregation of duties, credit card receipts missing
BS-FIN3 Need a person to complete our programme of internal scrutiny visits as a small trust, last provider has folded
BS-FIN3 SFVS due end of March, no evidence for half of it
BS-HR1 A member of staff has put in a bullying complaint about another, they've both got friends on the staff and it's a small place so everyone has taken sides, and I've no idea of the procedure, nor who should investigate
BS-HR1 TA off sick for 7 months with no return in sight, how many meetings do I have to have and what do I say
BS-HR1 Allegation about something a teacher posted on Instagram, union involved, need a neutral investigating officer from another school
BS-HR2 We're going to have to lose five TA posts by September and I want to do it properly and kindly, consultation, selection criteria, letters
BS-HR2 Looking to reorganise the admin team across two sites, some jobs will change grade, others go
BS-HR3 Pay wrong three months running since we changed bureau
BS-HR3 End of year certificate for TPS keeps being rejected and I've inherited years of wrong part time service records
BS-PR1 Photocopier contract is up and the salesman wants a signature by Friday for five years, is it a good deal? Plus a few others due to run out
BS-PR1 We need to go out to tender for grounds and supply staff agencies and don't know which thresholds or frameworks apply
BS-PR2 Take up of dinners has dropped to 40%, food comes lukewarm from another school's kitchen and we're subsidising it by 20k a year
BS-PR2 Toilets and classrooms are filthy, the contractor sends one person for two hours. Should we bring it back in house?
BS-ES1 Our caretaker of 30 years has retired and with him went all knowledge of what gets tested when, water, asbestos, lifts, the lot
BS-ES1 Heating packs up weekly and the log books have gaps, want a person to look at how our site team manages maintenance and checks (and advise on a bid for a new boiler if there's time)
BS-ES1 Taking on responsibility for our buildings from the LA on conversion, what compliance records should we be asking for
BS-ES2 Had a near miss with a minibus and a child who fell from the trim trail, I want someone to look at how we do our risk assessments and record accidents
BS-ES2 fire drill took 11 mins, who can come and check us over
BS-ES2 New educational visits coordinator wants a steer on approving an overnight trip with climbing and canoeing
BS-ES3 Flat roof over the science block leaks on to the electrics, surveyor says £600k, how do you put in a decent bid
BS-ES3 The council is expanding us from 1FE to 2FE and no one here has ever worked with architects, contractors etc. Want to talk to a school that's been through it
BS-ES3 windows are rotten and single glazed, would like to plan the next five years of big works with our DFC money and any grants
BS-IT1 Somebody clicked a link and all our files were locked on Sunday night. Even if we get them back I never want that again
BS-IT1 Technican says that the servers are 11 years old and we should move it all to the cloud, quotes are from 9k to 50k and I can't judge them
BS-IT1 Wi fi falls over evrytime two classes log on at once
BS-IT2 We're moving from SIMS to something else in the summer, would like a school that's done it to tell us what to watch for
BS-IT2 Office manager has left three days before census and there are 118 errors on the file
BS-DP1 A parent has asked for every email that mentions her son since Year 3, solicitor's letter attached
BS-DP1 Teacher left a memory stick with pupils detials on a train. What have we to do and by when?
BS-DP1 How long should we be keeping old pupil files, the loft is full of them back to the seventies
BS-MK1 We have room for 30 more children and everyone drives past us to the one down the road, how do we sell ourselves
BS-MK1 website missing things the DfE says should be there
BS-MK1 Need to change our oversubscription criteria and PAN for 2027, when do we have to consult and who with
BS-OP1 We were without power and phones for two days and it turned out our plan for that sort of thing was a blank template
BS-OP1 School office is still running on paper slips, policies are overdue and no one has looked at the risk register since it was made
DA-01 FFT, IDSR, Perspective, Arbor: I'm drowning in graphs and can't work out the story our results are telling
DA-01 Session for govs on reading the published figures pls
DA-01 P8 fell by half a grade, which groups and which subjects? Need someone good with numbers to dig in to the last three years with us
DA-02 Looking to ask pupils, parents and staff what they think of school with decent questions, last time we got 19 replies
DA-02 We've run the staff questionnaire and have 300 free text comments, don't know how to make sense of them without bias
DA-02 want to run some focus groups with parents of pupils who left us mid year to find out why, best done by an outsider
DA-03 Trust has put £90k into a programme in five schools and the trustees want to know if it's made a difference, can someone design a fair way of finding out
DA-03 How can we tell whether our breakfast reading scheme works or if the kids would have got better anyway?
DA-03 We start lots of projects with no baseline so at the end we can't prove anything. Some help in setting success measures at the start and following them through
DA-04 Do we spend more on staff than schools like us? Would like somebody to go through the DfE comparison tool with finance cttee
DA-04 As CFO I need to see how our pupil teacher ratio, leadership costs and energy compare with other trusts our size, and what to make of it
DA-05 Our consortium of 23 schools wants to see where need is growing across the town, birth rates, deprivation, SEND, before we decide our joint priorities
DA-05 heads in the coastal strip are sure our kids have something in common that the county averages hide, can someone pull together the local picture across schools
`;

/** A stranger's sentences, with the code that a broker would choose first. */
export const strangersSentences: readonly LabelledSentence[] = readLabelled(lines);

// Seen by the author of the words when the file was first opened.
const seen = new Set([...strangersSentences.slice(0, 8), ...strangersSentences.slice(-4)]);

/** Whether nothing was developed on a sentence: the odd half by digest, without those that were seen. */
export const isReserved = (sentence: LabelledSentence): boolean =>
  !seen.has(sentence) && (createHash("sha256").update(sentence.text).digest()[0] ?? 0) % 2 === 1;
