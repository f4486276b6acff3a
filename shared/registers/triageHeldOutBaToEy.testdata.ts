import { readExamples } from "./requestExamples.ts";

/** Held-out requests of families BA to EY: all codes that are as right as the first stand with it. */
export const heldOutBaToEy = readExamples(`
BA-01 Low-level disruption has crept up since September and staff all handle it differently - some log it, some shout, some let it go. We need help getting everyone back to the same routines and expectations.
BA-01 corridors and lunchtimes are chaos at the moment, y9 and y10 especially. Want someone to look at our routines and how consistantly staff follow the policy
BA-01 The place isn't calm. Children talk over adults and nobody seems sure what happens after a warning. Would love to visit a school that has turned this round.
BA-02 27% of our pupils miss more than one day in ten, and Mondays and Fridays are dreadful. We've done letters, calls and a breakfast club and nothing shifts.
BA-02 Term time holidays are killing us. Need advice on first day calling, fines and working with the EWO.
BA-02 PA for our FSM girls has nearly doubled since covid. Can someone who's cracked this talk through what their office and tutors do when a child isn't in?
BA-03 We have sent the same nine boys home 41 times this year already. How do other secondaries get away from fixed-terms without just letting things go?
BA-03 I'm about to permanently exclude a Y10 for the first time as a head and I'm worried the paperwork won't stand up in front of the governors' panel or an IRP.
BA-03 Six of our pupils go to off-site providers (mechanics, farm, boxing gym) three days a week and frankly I don't know if they are any good or whether we're monitoring them properly.
BA-04 Have just taken over as DSL with only the two day course behind me. Could I shadow or talk to an experienced one about thresholds and referrals to the front door?
BA-04 Our DSL is carrying 60 open cases on her own and it shows. Looking for somebody to help us set up a proper team of deputies and give her supervision.
BA-04 Deputy designated lead in a primary, never sure when to escalate to social care, and nobody to talk cases through with. Would like regular case supervision with someone senior.
BA-05 Can an outsider check our SCR, training logs and CP files before the section 175 return is due?
BA-05 Trustees want independent assurance that our child protection arrangements are sound: records, vetting checks, policies, the lot. A day in school with a written report please.
BA-06 Y6 are all on whatsapp and there's been some nasty stuff including an image shared. Need help planning lessons and a parent evening about phones and apps.
BA-06 Roblox, Snapchat, AI chatbots... our parents are asking us what's safe for their kids at home and we don't feel we know enough ourselves.
BA-06/BA-04 Our filtering and monitoring alerts go to the technician and nobody on the safeguarding side ever looks at them. How should this work under KCSIE?
BA-07 A third of our Year 8s say they have been picked on this term and most didn't tell anybody. We need a better way of stopping it and of getting it reported.
BA-07 There's been a spate of homophobic name calling among the older juniors, repeated and aimed at two children, and the families say we did nothing about it. How do others deal with this and record it?
BA-08 A lot of our children have seen domestic violence or lost someone and staff don't understand why they flip. Want whole staff training on ACEs and how to respond.
BA-08 We'd like to move away from punishing children who've had awful early lives towards a more relational, attachment aware way of working. Who does this well?
BA-09 We have four girls in KS3 who are definately not truanting, they just can't get through the gate. Parents say anxiety. Nothing we've tried has got them in for more than an hour.
BA-09 Y5 boy hasn't been in since Oct half term, sick with worry every morning, mum in tears. How do we plan a gradual return? There are others going the same way.
BA-09 EBSA numbers are climbing and our attendance officer only knows how to fine. Can we borrow someone who's built a graded re-entry plan for anxious pupils?
BA-10 Our heads of year firefight all day and form time is wasted. Thinking of moving to vertical tutoring or a house structure & want to talk to a school that has.
BA-10 Tutors don't know their tutees and kids fall between HOY, SENCo and the student support office. Help us redesign who looks after whom.
BS-DP1 Parent (they're separated, it's messy, solicitors involved) has sent a subject access request for every email mentioning her son going back 5 years. How much do we have to give and what can we black out?
BS-DP1 End of year reports got emailed to the wrong families and it's become clear that no one has looked at retention or privacy notices since 2018.
BS-ES1 Our caretaker retired and took everything in his head with him. Nobody knows when the legionella, asbestos and fixed wire checks are due.
BS-ES1 New site manager, willing but no background in schools. Needs someone to show him which statutory tests need recording and how to plan a maintenance schedule.
BS-ES1 Lettings of the hall, boiler servicing, locking up, fire doors that don't shut - it all falls on me as office manager and I'm not sure the building meets what the law asks for. Who could show me how they run theirs?
BS-ES2 After a child broke an arm on the trim trail and then a staff fall on the stairs, governors want our risk assessments and accident reporting looked at.
BS-ES2 Fire drill took eleven minutes, and our risk assessments for trips and science are all copy and paste. Can somebody competent come and walk round with us?
BS-ES3 Flat roof leaks in five classrooms and the boiler is from 1974. How do we write a CIF bid that stands a chance?
BS-ES3 Surveyor has given us £1.2m of red items and we get £40k devolved capital. Help us prioritise and find funding for the works.
BS-ES3 We're being expanded by a form of entry and I have never been the client on a building project. Would like to talk to a head or SBM who has.
BS-FIN1 I'm a new SBM and have to put together next year's budget and the forecast for the two after that by May. Never done it from scratch before.
BS-FIN1 Roll is falling by about 20 a year and I need someone to sense check the assumptions in our 3yr forecast before it goes to FGB.
BS-FIN1 How are people building the pay award and NI increase into their budget setting? A look over our draft would help.
BS-FIN2 We're going to be £180k in the red by year end and the LA wants a recovery plan from us. Don't know where to start.
BS-FIN2 Need somebody who can do an ICFP exercise with us - contact ratio, class sizes, option blocks - because staffing is 86% of income.
BS-FIN2 Reserves all gone. Trust CFO says we must find savings of a quarter of a million over 2 years without wrecking the timetable.
BS-FIN3 SFVS is due and last time they picked up missing POs and one person both raising and approving payments. How do we put that right?
BS-FIN3 Looking for someone to do our termly internal scrutiny visit and test purchasing, petty cash and credit card procedures.
BS-FIN3 Two schools near us have paid fake invoices. Want our separation of duties, and how we check changes to suppliers' bank details, looked at.
BS-HR1 A member of staff has put in a grievance against the head, and she's now off sick with stress. We need someone to guide us through the process properly.
BS-HR1 Long term sickness case plus a disciplinary on the go at the same time, and our adviser has left. Chair of govs is anxious we will end up at a tribunal.
BS-HR2 We have to lose three TAs and an office post by September. Need help with consultation, selection pools and union meetings.
BS-HR2 Merging the infant and junior staff means we have two of every job. Has anyone been through this, and how did you go about the new staffing structure and redundancies?
BS-HR3 Our TPS contributions have been wrong since we changed provider and staff are getting odd payslips. Anyone good with this?
BS-HR3 Business manager wants to talk to someone who has moved to a different payroll bureau and can advise on LGPS returns, term time only calculations and so on.
BS-IT1 wifi drops out in half the building and the server is 9 years old. want an independent view on going to the cloud before we spend anything
BS-IT1 A school nearby was hit by ransomware and we realise our backups have never been tested and nobody has MFA. Where do we start?
BS-IT1 Our IT support company is slow and the laptops are ancient; does anyone have a 5 year replacement plan for kit and network they'd share?
BS-IT2 We switch from SIMS to Arbor at Easter and the office are terrified. Anyone who's been through it?
BS-IT2 Census came back with 112 errors and the administrator who always did it has left. Need someone to sit with our new data officer.
BS-MK1 Only 19 first choices for Reception next year out of 30. We need help getting the word out and making our open mornings work.
BS-MK1 Our website hasn't been touched for ages and I'm told it doesn't have half the things it's legally meant to publish. Photos are of children who've left!
BS-MK1 Our oversubscription criteria need rewording and we lost two appeals last summer. Clerk to the admissions committee wants someone experienced to go through it with her.
BS-OP1 When the burst water main shut us in January it was obvious there is no proper plan for emergencies. Want to write one, along with a risk register the board can use.
BS-OP1 Trust office here. Policies out of date, register of interests missing, no tracker for what trustees approve when, and the risk register is a list nobody reads. Need someone organised to show us how they keep it straight.
BS-PR1 Photocopier lease is up and I've a feeling we're being ripped off. Which frameworks do others use and how do I run a mini tender?
BS-PR1 Have never gone out to tender above the threshold and need a hand with the spec & scoring for our minibus and coach transport.
BS-PR1 Could we club together with other small schools to buy supplies, energy and insurance? Someone who has done joint buying would be good to speak to.
BS-PR2 Meal uptake has dropped to 38% and the kitchen is losing money every month. Do we bring it in house or change provider?
BS-PR2 The cleaners are contracted out and the toilets are a disgrace by 11am. How do other schools monitor and manage their company?
BS-PR2 School cook leaving, no cover, and we've got UIFSM for 180 to feed. Longer term thinking of sharing a kitchen with the school down the road.
CT-01 Every subject lead has written their own thing and none of it joins up from Y1 to Y6. Need help to map what gets taught when across all the foundation subjects.
CT-01 We want to rethink our KS3 offer from top to bottom: what is it for, how long each subject gets, what knowledge builds on what. Looking for a deputy who has led that.
CT-01 Moved off a bought-in topic scheme (Rainforests, Victorians, Space!) and now need to design our own, sequenced properly across the subjects.
CT-02 English GCSE results were 20 points under the rest of the school, both lang and lit. New HoD would welcome someone going through schemes of work and exam prep with her.
CT-02 Our English lead is only in her second year. Reading, spelling, grammar, writing all need looking at and she'd like an experienced opposite number to go through how the whole subject hangs together.
CT-03 Y1 screening check was 61%. We've a validated scheme but the TAs deliver it differently from the teachers, and catch-up sessions keep getting cancelled.
CT-03 Some of our Year 2s still sound out every word and the books they take home don't match the sounds they know.
CT-03 Switching from Letters & Sounds to a DfE-validated SSP in sept. Would like to see it taught well in Reception and KS1 before we start.
CT-04 Our Year 4s can decode fine but can't tell you what the page was about. Lessons have become comprehension worksheets.
CT-04 boys in particular won't pick up a book. library shut since covid. want to get them enjoying stories again, ks2
CT-04 Reading ages on entry to Y7 are awful, nearly half are two years or more behind. What are people doing at secondary for fluency and catching them up?
CT-05 KS2 writing is the weak spot, 58% at expected. Childrens ideas are lovely but their sentences are a mess and they can't edit.
CT-05 How do we sort handwriting and spelling in KS1 so it stops getting in the way of composition? Books are a bit of a shambles.
CT-05 Y5/6 teachers want some help with extended pieces, esp choosing good model texts and planning a sequence that ends in a decent story or report.
CT-06 Our Year 4s can't hold on to their times tables and the MTC was well below. They do okay with methods but fluency just isn't there.
CT-06 Maths GCSE grade 4+ dropped to 52. Non-specialists teach half of Y7-9. Could a strong dept help with schemes and departmental planning (recruiting is the other headache but that can wait)?
CT-06 SATs: arithmetic fine, then they fall to bits on worded problems in papers 2 and 3. Teachers not sure how to teach reasoning. Y5 looks the same.
CT-07 Reception and Y1 children can chant to 20 but have no idea that 5 is 3 and 2. Want to see good number sense teaching.
CT-07 We joined the hub's mastery work group then lost our lead. Need support to get small steps, representations and variation going again in maths lessons.
CT-07 KS1 staff are not confident with subitising, part whole models, ten frames etc and the daily short number sessions get squeezed out.
CT-08 Practicals hardly ever happen in our primary and pupils can't plan a fair test. The lead has no science background herself and would welcome a visit.
CT-08 We can't recruit a physicist so our triple groups suffer. Would like help planning forces and electricity for the biologists who have to teach it at KS4.
CT-09 Nobody on the staff can code. We bought the micro:bits, they're in a cupboard. Help with what to teach KS2 and how.
CT-09 Only 11 took computer science GCSE last year, and no girls. The one teacher of it would really like some contact with another department.
CT-09 We use the Teach Computing units but staff skip the programming lessons & it turns into typing up work from other subjects.
CT-10 Our pupils know lots of facts about the Romans but have no sense of when anything happened, and they can't use sources.
CT-10 history lead, 2 form entry junior, wants to get local study and the british empire taught better, Y3 to Y6
CT-10 GCSE take-up has slumped and Year 9 spends most of a year in the WW1 trenches. Can a strong department help us decide which bits of the past we teach and what enquiry questions to use?
CT-11 Pupils couldn't find our own county on a map when asked. Fieldwork amounts to one walk round the village.
CT-11 Humanities rota means rivers, volcanoes and settlements all get taught by non specialists. Would like help building place knowledge through KS3.
CT-12 We follow the locally agreed syllabus but lessons are mostly colouring in Diwali lamps. Staff are frightened of saying something wrong about Islam.
CT-12 Church school with SIAMS due next yr. Main thing is that the teaching of Christianity and other faiths needs to be a lot stronger; lessons lack depth and children mix the religions up.
CT-12 Core RE at KS4 is drop-down days only. I doubt we're compliant and want ideas for a proper worldviews course on 40 mins a week.
CT-13 French in KS2 is taught by a cover TA from a website and the children forget it all by Y6.
CT-13 Ebacc uptake is at 14%. Kids drop German and Spanish the minute they can. HoD feeling isolated.
CT-13 How do we plan progression in Spanish from Y3 when teachers dont speak it themselves? pronunciation, grammar and so on
CT-14 Sketchbooks show a lot of sticking and copying of Van Gogh and not much drawing skill. New lead would like to work alongside a specialist.
CT-14 GCSE fine art and textiles portfolios were marked down heavily for developing ideas. One-person department so nobody to talk to.
CT-15 Food room has been out of use for 2 years; now we have to start teaching cooking and nutrition again & there's no scheme or specialist.
CT-15 Pupils make a junk model and call it done. We want the design, make and evaluate cycle, mechanisms, sewing and so on taught right in KS2.
CT-16 I'm co-ordinator because I can play the recorder. We have Charanga, no singing assembly, and ukuleles in a box. Help!
CT-16 Instrument lessons only reach the better off families and there's no choir or band. How can we get a proper plan, with the hub, for all children to sing and play?
CT-16 KS3 keyboard carousel is dull and they mess about. Would appreciate someone from a thriving department looking at our composing and performing units.
CT-17 Want to bring back acting and stagecraft at KS3 after losing our specialist; at the moment it's a half term here and there within English.
CT-17 GCSE devised pieces scored low last summer and it's a one woman department. A second pair of eyes on the scripted performances too would be great.
CT-18 Sports premium goes on coaches while my staff stand and watch. I want them to be able to teach gymnastics and dance themselves.
CT-18 Girls in y9 and 10 hide in the changing room or bring notes. Need ideas for making core games lessons something they'd want to do.
CT-18 Half of Year 6 can't swim 25m and our pool time has been cut. Also looking for a better games & athletics progression.
CT-19 Staff go red when it comes to puberty and consent. We've got the new statutory guidance to put in place and some parents are pushing back.
CT-19 RSHE is done in tutor time by whoever, no assessment, kids say it is a joke. I lead it and need a proper scheme.
CT-19 What are people teaching juniors about drugs, vaping, money and healthy relationships? Our programme predates the current guidance
CT-20 Our KS3 students don't know what parliament does or how laws are made. We need some sensible lessons on democracy, rights and the justice system.
CT-20 No one here has taught Citizenship GCSE and we begin in Sept: politics, law, the active citizenship investigation. Want a school that runs it.
CT-21 A level econ lost its only teacher in Jan. Maternity cover is a geographer. Need emergency planning help on macro and essay technique
CT-21 Our Y10 GCSE Business groups struggle with break even, cash flow and the marketing mix. Looking for shared resources and a link dept.
CT-22 We start delivering a T level in health next year, and haven't a clue how to organise the industry placements.
CT-22 BTECs are being defunded, so which vocational quals at level 3 should we move to, and how do you staff them? Engineering and digital mostly.
CT-23 Our Y12/13 numbers are 70 and falling, several A level groups of three. Is the offer viable and what would a better one look like?
CT-23 New head of Y12/13. Study periods wasted, retention from 12 into 13 poor, UCAS late. Want to work with a bigger, successful sixth form.
CT-24 With 47 on roll we have R/1/2 together and then Y3-6 in one room. How on earth do you plan a 4 year rolling cycle for geography, science etc?
CT-24 Two-class village school, lovely place, but each teacher leads five or six subjects and we reinvent the wheel. Looking for a similar size school to share long term plans with.
CT-24 Falling numbers mean we'll have to combine Y3/4 and Y5/6 from Sept for the first time. Teachers worried about covering everything, maths most of all.
DA-01 I get the IDSR and FFT every year and honestly don't know what I'm looking at. Can somebody sit with me and the chair and tell us the story?
DA-01 P8 has gone from +0.1 to -0.4 and we can't agree why. Want somebody to dig into the figures by group and subject.
DA-01 Our cohorts are 12 children so percentages leap about. What can we sensibly say to governors about our results over 3 years?
DA-02 We do a parent questionnaire every year, get 9% back, and never know if the questions are any good.
DA-02 want to run an anonymous staff poll and a pupil one each term so we can compare over time. What tool, which questions, how to report it?
DA-02 Trust-wide: five schools all asking families and staff different questions. Need someone who understands questionnaire design to create one and help read the answers.
DA-03 We've spent 30k on an intervention programme and can't say if it did anything. How would we find out properly?
DA-03 Governors keep asking what difference our projects have made and all we have is anecdotes. Need a simple way of setting baselines and measuring afterwards.
DA-03 Partnership has funding for a 2-year pilot across 8 schools; the funder wants an evaluation with a comparison group. Who can help design it?
DA-04 Is our teacher cost per pupil high or low compared with similar schools? I've been on the FBIT site, but need somebody to interpret it.
DA-04 Our FD wants to see how our PTR, leadership spend and staff turnover stack up against trusts like us.
DA-05 Our cluster wants to know what's going on across the whole town - birth rates, deprivation, mobility, where children go to school - so we can plan together.
DA-05 As an area board we would like one picture of need across all 60 schools (absence, exclusions, SEND, outcomes by neighbourhood) to decide where to put the money.
EY-01 The nursery garden is a bare yard and indoors hasn't changed for years; staff do a lot of worksheets with 4 yr olds. Need somebody to help us rethink areas and activities.
EY-01 GLD 54%. Our Reception teacher has come from Y5 and is learning the framework as she goes; areas of learning, continuous provision, observing without mountains of paperwork.
EY-01 The committee-run preschool has just come under us. Ratios, key persons, planning - want someone to go through it all against the statutory framework. (Their invoices came over in a carrier bag as well, but first things first.)
EY-02 Half our nursery intake can't string three words together. We need the adults to be better at talking with children, not at them.
EY-02 Lots of dummies and screens, few nursery rhymes. Want staff to use story time, songs and back-and-forth conversation to build vocabulary for our three and four year olds.
EY-02/IN-SLCN Anyone using NELI or WellComm well in Reception? We screened everybody's language and then did nothing with the results.
EY-03 We open places for under-3s after Easter because of the new funded hours. What should the room, routines and staffing look like?
EY-03 Our toddler room bites and cries all day and the staff were trained with older ones. Need someone who knows this age: nappies, naps, settling in, the progress check.
EY-04 I'm KS1 lead and every autumn it's the same conversation in the staffroom: Year 1 is a shock to our children - from play all day to sitting at tables by the second week of term. How do others ease that?
EY-04 Y1 teacher here. Half of my class didn't reach GLD and the national curric just isn't accessible to them yet, so what should the autumn term be like?
EY-04 Reception and Y1 staff don't talk to each other, the profile info isn't used, and everyone goes backwards by Christmas in year one.
EY-05 We've 14 feeder primaries and Y7 spend the autumn term doing again what they did in Year 6. Want to do joint curriculum work with a few of them.
EY-05 Our Y6 leavers get lost at big school, especially the nervous ones. What bridging work and visits actually help?
EY-05 Information passed up from primary sits in a drawer and form tutors haven't read it by Sept. How do other secondaries do it - summer school, visits, handover meetings?
EY-06 A lot of our Y11 enrol at college then drop out by half term. How do we track and prepare them better?
EY-06 Special school. Our leavers go from a very safe place to FE with hardly any handover and several placements have broken down. Need help with preparing from Y9 onwards.
`);
