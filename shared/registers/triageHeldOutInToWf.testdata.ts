import { readExamples } from "./requestExamples.ts";

/** Held-out requests of families IN to WF: all codes that are as right as the first stand with it. */
export const heldOutInToWf = readExamples(`
IN-13 I've just been made SENCO in a 1FE primary with half a day a week, and haven't started the NPQ. Looking for someone to mentor me. The annual reviews I've inherited are a mess too but mostly I need somebody to ask.
IN-13 Our SENCo's drowning in paperwork, no voice on SLT, can't get into classrooms. Would like help rethinking the role so that it's strategic.
IN-13 Trust with 7 SENDCos of v different experience. Want somebody to run a network and supervision for them.
IN-14 Our last four requests for statutory assessment were turned down. I think our evidence of plan do review isn't strong enough.
IN-14 Annual reviews are late, outcomes in the plans are woolly and the provision map bears no relation to section F.
IN-14 Class teachers hand everything to the SENCO. How do we get SEN support plans and review cycles written and owned by teachers, with targets that aren't vague?
IN-15 LA has asked us to open a 12 place base for pupils with autism from next Sept. What do we need to think about? staffing, SLA, admissions
IN-15 Our hub children hardly ever join their mainstream classes. Want to look at another school where the unit is truly part of things.
IN-15 Thinking of setting up an enhanced provision within our mainstream secondary for 15 learners w/ EHCPs - funding, entry criteria, space.
IN-16 19 new families this term from Hong Kong, Ukraine and Romania. Staff have no idea how to teach children with no English.
IN-16 Our bilingual learners speak fluently in the playground but their academic English stalls by year 5 & 6, especially grammar and vocab in writing.
IN-16/IN-17 Two unaccompanied asylum seeking teenagers, in care, arriving midyear into Y10 with hardly any schooling or English. What would a good induction look like?
IN-17 I've become designated teacher and have 6 PEPs due, three virtual schools. No idea what a good one looks like.
IN-17 Children in foster care here do worse than anybody else. Looking for ideas on using the money and working with social workers.
IN-17 Two adopted siblings and a child living with her nan under special guardianship. What should we offer and how do others spend PP+?
IN-18 FSM pupils are 30 pts behind the rest. We write the strategy statement every Dec and nothing changes. Would like an external look.
IN-18 Is our PPG being spent on the right things? We've never had anyone independant look. DHT would like a critical friend before we renew the 3yr strategy.
IN-18 White working class boys on free meals are doing badly on every measure. Want a visit and review of what we do for them, from books to trips to parents' evenings
IN-ASD We've 3 boys in KS1, two diagnosed and one on the pathway, who can't cope with noise or change and end up under tables. Staff need to understand how to set things up for them.
IN-ASD girls who mask all day then melt down at home. Parents say school doesn't get it. training on what autism looks like in girls please
IN-ASD Need advice on making our secondary corridors, lunch and cover lessons bearable for autistic pupils. Sensory overload is leading to walk outs.
IN-HI New starter with cochlear implants joining Y2. Teacher has never used a radio aid. Also no idea about her speech targets.
IN-HI Three pupils with hearing aids in one year group; lessons are noisy, acoustics awful, and one is getting left behind in spelling and group talk. The teacher of the deaf only comes once a half term.
IN-MLD We have a group in lower KS2 working about three years behind in everything. Not autism, no diagnosis, just slow to learn across the board. How do we pitch things?
IN-MLD Year 10 set of 11, all with general learning difficulties on the SEN register and reading ages of about 8. What should they be doing instead of 9 GCSEs?
IN-MLD SENCO here. Cognitive scores in the low 70s for a handful of Y4/5, nothing sticks from one day to the next. Want ideas on overlearning, small steps and simplified materials.
IN-MSI Child with CHARGE syndrome, little sight and little hearing. Our TA is keen to learn intervenor skills and hand-under-hand signing.
IN-MSI A deafblind pupil is moving into our area. We've supported pupils with one or the other but never both together.
IN-OTH We have a pupil w/ foetal alcohol spectrum disorder and can't find anyone who knows about it
IN-OTH One child with Tourette's, another with epilepsy and long spells in hospital - neither fits our usual SEN categories. How do we support learning when things vary from day to day?
IN-PD Y3 girl with cerebral palsy uses a walker and gets very tired. PE, stairs, trips and recording her work are all problematic.
IN-PD Boy with Duchenne moves up to us next year; three storeys, one lift. How have others managed timetable, personal care, access to practical subjects?
IN-PMLD We have five pupils who are pre-verbal, wheelchair users, peg fed, with very complex needs, and our sensory curriculum feels like babysitting. Want to visit a special school that does this well.
IN-PMLD New class teacher for our most complex learners (hoists, postural management, switch work, early intentional communication). She's not done this before.
IN-SEMH Y1 child throws chairs, hits adults, 2 staff hurt last wk. He's not naughty, he's desperately unhappy. SEN support plan in place but we've run out of ideas.
IN-SEMH Want to open a nurture room for 8-10 pupils with attachment and emotional difficulties. How do you set it up, Boxall etc?
IN-SEMH Rising number on the SEN register with emotional difficulties, self harm, withdrawal. ELSA is full. Looking for a SENCo who can show us a good range of support.
IN-SLCN Lots of KS1 children whose speech is unclear, and the NHS therapy waiting list is 14 months. What can we do meanwhile in school?
IN-SLCN Y3 boy with suspected DLD can't follow a two part instruction and the class teacher is at a loss. Others similar. Need someone to train staff on visuals, word finding, pre-teaching vocab.
IN-SLCN Secondary SENCO: more and more students who can't understand what's said to them or make themselves understood. Want to screen Y7 and set up small language groups.
IN-SLD A girl is starting Reception, mobile but working at around an 18 month level, a few signs, not toilet trained. Mainstream place named. How do we build a timetable for her?
IN-SLD As a special school we're reworking our semi-formal pathway for pupils who'll never follow the NC subjects - functional skills, symbols, independence.
IN-SPLD Bright lad in Y8, brilliant orally, can't spell his own street name. We've quite a few like him and no-one trained to screen or teach them.
IN-SPLD Several of our Y5s reverse letters, lose their place and read painfully slowly despite years of phonics. Parents mention dyslexia. Class teachers want practical strategies and tech.
IN-SPLD Half a dozen pupils in Y7 just don't get number at all, can't tell you which of 70 and 90 is more, though fine in everything else. Is it dyscalculia and what would we do about it?
IN-VI A pupil losing her sight will be with us from Sept. How do we prepare materials, rooms and staff? Large print, braille maybe?
IN-VI Boy with albinism and nystagmus in y6 - screens and boards difficult. What adaptations for SATs and PE?
LG-01 I start as substantive head in Jan having been deputy here for 6 years. Would like someone to hold my hand in the first two terms!
LG-01 Head left suddenly at half term and our deputy is acting up. She needs a steady experienced colleague alongside her till Easter.
LG-01 First headship, 90 pupils, teaching 2 days. I don't know what I don't know - first 100 days, who to ring, what the LA expects. The budget scares me too.
LG-02 Ten years a head and I feel stuck & rather lonely. I'm after regular confidential conversations with a seasoned colleague to think things through.
LG-02 Our head is good but a complaint campaign has knocked her confidence. Governors would fund half termly sessions with somebody who has done the job a long time.
LG-03 My SLT are four nice people who do four separate jobs. We don't hold each other to account and meetings are all diary dates.
LG-03 New structure with two AHTs and a DHT. Roles overlap, decisions stall, and they'd benefit from somebody working with them as a team.
LG-04 Subject leads can talk about their displays but not about what pupils have learned. Want help training them in book looks, pupil conversations and action plans.
LG-04 Heads of department avoid difficult conversations with their own teams. Could somebody run a programme for them?
LG-04 A teacher in only her third year has been given three foundation subjects to coordinate. How do you monitor and drive improvement without any time? She'd like a mentor.
LG-05 The SEF is 38 pages and nobody reads it, and the SDP has 11 priorities. Help us be honest and cut it down.
LG-05 Would like somebody to challenge our judgements of ourselves and then help turn them into a 3yr school improvement plan.
LG-05 The board can't tell from our school improvement plan whether we're on track, milestones are vague. What do better ones look like?
LG-06 Our window opens in September and half the staff have never been through one. A mock day and some deep dives perhaps?
LG-06 We got Requires Improvement last month. Need help acting on the areas named in the report (curriculum was one, attendance another) and getting ready for the monitoring visit.
LG-06 How do the new Ofsted report cards and toolkit work? SLT wants a run through of the phone call, evidence and who says what.
LG-07 Board has not had an outside look for five years. We'd like someone to observe meetings, read minutes and tell us straight how effective we are.
LG-07 Report said governors don't challenge leaders enough. We need an independent look at how the board works, its skills and committees
LG-07 Trust wants to check whether its local governing bodies add anything: scheme of delegation, structure, impact. Could an NLG come in?
LG-08 I was elected chair two meetings ago because no one else would. Would value a mentor.
LG-08 Our clerk resigned and the new one has never minuted a goveners' meeting. Agenda, statutory bits, dealing with a stroppy governor...
LG-08 Relationship between me (chair) and the head has gone sour and I'd like an experienced chair to talk to confidentially.
LG-09 Two small schools with one head between them; governors are now considering making it formal with a single board. What are the steps?
LG-09 LA maintained and thinking about joining a MAT. We want impartial advice about due diligence and what to ask trusts.
LG-10 Inset days are a bit of everything and nothing sticks. I look after staff training and would like help to plan a year-long programme.
LG-10 New T&L lead. How do I make our Wednesday twilight sessions count, and find out if teachers change anything afterwards?
LG-11 We start lots of initiatives and drop them by February. Need help to stage things and see a new approach through properly.
LG-11 About to bring in a new marking policy, timetable and behaviour system all in one year. Staff wary. Would like someone to go through the explore, prepare, deliver, sustain bit with us so it sticks.
LG-12 Staff are shattered, absence is up and exit interviews mention marking and data drops. What have other schools cut?
LG-12 I want to sign up to the DfE's charter for looking after staff, but mean it. Is there a school where teachers really do leave by five?
LG-12 Teachers are spending Sundays planning and morale is poor after the survey. Head wants advice on reducing what we ask of them.
LG-13 Advertised for a maths teacher three times, no aplicants. How are coastal schools drawing people in?
LG-13 We lose a third of our teachers within two years. Don't know why they go or how to keep them.
LG-13 TA posts empty for months - the supermarket pays better. Any ideas about adverts, onboarding, benefits?
LG-14 Three heads in our cluster would like to visit each other's schools with an agreed line of enquiry. Someone to train us and set up the protocol?
LG-14 We were reviewed by a team from fellow schools last year and found it really useful. Now need an improvement champion to run the follow-up workshop, and hosts and reviewers for next year's round.
PA-01 Teachers' explanations go on and on and children don't know what to do when set off. Need to work on modelling, worked examples and guided practice.
PA-01 We're moving from discovery-type lessons to clear teacher-led ones following Rosenshine. Who does it well, so we can watch?
PA-01 Too much info on slides, pupils overloaded, go straight to independent task and fail. Want help w/ I do, we do, you do.
PA-02 Our pupils are spoon fed. They can't plan, check or say how they'd tackle a task, and panic when a question looks unfamiliar.
PA-02 Y11 revise by highlighting. How can we teach them to study: self testing, planning, thinking about what works for them?
PA-03 We mark every book in three colours and the children ignore it. Looking at whole class comments instead.
PA-03 How do I get staff to tell pupils what to improve in a way they then act on? Book scrutiny shows lots of comments and no response.
PA-03 Marking policy rewrite - anyone gone over to live/verbal comments in lessons? Would like to see it in KS2 books.
PA-04 Teachers plough on without knowing if anyone's understood. Hands-up from the same 5. Want help with mini whiteboards, hinge questions.
PA-04 Questioning is weak - mostly closed, and staff don't adjust the lesson when children clearly haven't got it.
PA-04 Would like training on checking for understanding, cold call, exit tickets. Secondary, whole staff.
PA-05 We do three data drops a year with tests nobody trusts. Is there a leaner way of assessing and reporting?
PA-05 Life after levels is still not sorted here: what should a primary record for foundation subjs at the end of each year?
PA-05 Mocks are badly set, grade boundaries made up, and predictions were a grade out on average across departments.
PA-06 Our Y6 writing judgements are shaky and the teacher is new to it. Like to get together with other schools and compare pieces before we submit in June.
PA-06 NEA marks were adjusted downwards by the exam board in three subjects. Departments want to standardise with other schools.
PA-07 Same worksheet for everyone and the bottom third sink. Staff need help to scaffold, not make five versions.
PA-07 Since dropping three-way differentiated tasks teachers aren't sure what to do for those who can't access the lesson.
PA-07 Quality first teaching for pupils with SEND in ordinary lessons, that's what the report said we lack. Class teachers to be the focus, not TAs.
PA-08 Children answer in single words. We want structured talk, sentence stems, debates - in all subjects and all years.
PA-08 our pupils can't present or discuss. Voice 21 looked good but pricey. Any local school doing purposeful classroom talk?
PA-08 KS3 students are reluctant to speak in class or build on each other's points, and at interviews they mumble. Want a whole-school push.
PA-09 Hardly anyone does whats set to do at home, and parents complain there's either too much or none. Time for a new policy?
PA-09 We set Sparx and Seneca each week but completion is only 35% amongst PP. How do others get it done and make it worthwhile?
PA-10 Every child got an iPad in Sept and theyre being used as expensive exercise books.
PA-10 What are schools doing about ChatGPT? staff use it for planning, students for coursework and we've no policy.
PA-10 Want to see how visualisers, Google Classroom and apps can be used well in lessons, not gimmicks. Staff confidence very mixed.
PA-11 I have been saying this for years and now we have a new head who agrees with me! Our TAs sit by the same child all day and do the work for them. How should we use them?
PA-11 We have 14 LSAs and no money to waste. Would like a review of where they are, what they do and how they prep with teachers.
PA-11 Class teachers leave the support assistants to teach the weakest table. Heard about MITA - would someone guide us?
PA-12 NTP money's gone but we'd like to keep 1:3 catch up going. Who runs it cheaply in house and how is it timetabled?
PA-12 We have a retired teacher doing groups of four before school. How do you choose the children and line sessions up with what they do in class?
PA-13 Not enough at greater depth/higher standard in any subject. The quick ones finish and get more of the same.
PA-13 Only 2 students got grade 9s. Our top end coast and no one goes to Russell Group. What stretch do others offer?
PA-13/IN-18 Bright children from poor homes get overlooked here; they arrive high attaining and drift to average. How do we spot and stretch them?
PA-14 Wed like to swap lesson obs for short weekly drop ins with one action step each. Need coaches trained.
PA-14 Have bought Steplab and half my coaches give teachers vague advice. Would like someone to watch their sessions & rehearse with them.
PA-14 How do you find the cover so every teacher gets a fortnightly drop-in and a coaching chat about their practice, and what does that chat sound like?
PA-15 Students can't read a science textbook or write like a historian, and teachers say that's English's job. Want subject-by-subject vocab and reading.
PA-15 Tier 2 and 3 words, extended answers in geography and DT, reading academic text. Secondary lead for literacy across departments wants a thinking partner.
PA-16 I want teachers to read and use proper studies rather than fads. Our journal club fizzled out. How do others keep it alive?
PA-16 Could someone from a research school help us choose which of the many programmes has proof behind it before spending?
PW-01 Children fall out at every playtime and can't name how they feel or take turns. Want a whole-class programme for it, Zones or PATHS or whatever works.
PW-01 KS1 kids give up and cry, cannot share, no resilience. How do we teach self-regulation and friendship skills to all of them, not just the ELSA few?
PW-01 We want every class to be taught how to manage feelings, sort out conflicts and show empathy, through daily routines as well as lessons. Which approaches have worked?
PW-02 I've been given the SMHL role, did the DfE course and now need to turn it into a plan for staff and pupils.
PW-02 CAMHS waits are 18 months. Want to map what we offer and link up with the MHST. Our senior person for this is new.
PW-02 How do you set up a whole school approach to mental health? Staff want to know what to look for and where to send kids with low mood and anxiety.
PW-03 We meet 4 of the 8 Gatsby benchmarks. The person in charge of it is also head of PE!
PW-03 Y10 work experience fell apart, few employers willing and pupils arranged nothing. How do others do it?
PW-03 Primary - children all think they'll be youtubers or footballers. Like to start raising aspirations with visitors talking about their jobs, local firms etc.
PW-04 Clubs are all football, and the same 30 children go to everything. Want a broader offer with trips, arts, DofE.
PW-04 Village school, 98% white British. Pupils don't meet anybody different. How do we do British values and cultural understanding for real?
PW-04 Assemblies are dull and the spiritual and moral side of school life is thin. Ideas for a programme please.
PW-05 School council meets to discuss toilets and that's it. How can children have a real say?
PW-05 Want to train student leaders and get their views feeding into decisions, SLT meetings, even interviews.
PW-06 Parents' evenings are half empty and it's the same families we never see. How do you reach them?
PW-06 Nasty Facebook group and mums and dads shouting at reception staff. We need to rebuild trust with familes, the staff are dreading the gate every morning.
WF-01 We've 3 in their first year of teaching and their mentor has gone on mat leave. Need someone who knows the ECF to keep them going.
WF-01 NQT (old money!) struggling, progress review says not on track against the standards. Want support for him and his induction tutor.
WF-01 Our second-year ECTs find the programme repetitive. How do other schools adapt it and protect the time off timetable?
WF-02 Have agreed to host 4 PGCE students and half the staff have never mentored a trainee. Training needed.
WF-02 A SCITT placement here nearly failed because the feedback from our side was poor. Help us get better at coaching beginners on placement.
WF-02 We'd like to be a placement school with the local uni. What is expected of lead mentors for trainees now, 20 hrs training etc?
WF-03 Asked by our teaching school hub to deliver sessions on the leading teaching NPQ & I've never trained adults before.
WF-03 We're a delivery partner for the national qualifications and need more people to run the seminars for NPQLL and NPQLBC; looking for an old hand to show two of ours.
WF-04 Taking numerical targets and pay out of teachers' yearly reviews with their line managers. What does a good new policy and paperwork look like?
WF-04 Objectives are set in October and forgotten until next October. Line managers need training on mid-year reviews & honest conversations.
WF-04 Governors on the head's performance management panel would like an external adviser to help set objectives.
WF-05 Midday supervisors & admin never get any training. Want a proper development offer for everyone who isn't a teacher.
WF-05 We've HLTAs and office staff keen to get on - apprenticeships, standards, qualifications... what pathway do others offer?
WF-05 20 new TAs across the trust with no induction. Want a training programme for them on the basics.
WF-06 Three of five leaders will retire within two years. Who's next? We've no plan.
WF-06 Want to spot and grow future heads of dept and deputies in our trust before they leave for other jobs.
WF-06 Ambitious middle leader ready for the next step but we have no vacancies. Could there be a secondment or some shadowing in other schools?
WF-07 All our leaders are white in a school that's 70% Asian heritage. We want to look at how we recruit and promote.
WF-07 A Black member of staff has told us of a string of small comments from colleagues. Need training on bias and an inclusive workplace that isn't tick box.
WF-08 Several returning mums want part-time and our timetabler says it can't be done. How do others make job shares work?
WF-08 We'd like to advertise leadership posts as open to 4 days or job-share & offer PPA at home. Anyone doing that?
`);
