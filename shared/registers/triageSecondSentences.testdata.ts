import { readLabelled, type LabelledSentence } from "./triageLabelled.testdata.ts";

// Two for each code, written by someone who had not read the first rules; those that came later were developed on them.
const lines = `
LG-01 Our headteacher leaves at Christmas and the assistant head will be holding the fort until a permanent appointment is made, she has never led a school before
LG-01 I am four weeks into my first headship and would welcome a few days with someone who has done this before
LG-02 I feel rather alone in the role and would like a sounding board, another serving head I can ring each half term
LG-02 The chair suggests I have an executive coach to help me think through the pressures of running the school
LG-03 The deputy, the two phase leaders and I pull in different directions, we need a day or two to become a proper leadership team
LG-03 New SLT structure since Easter and responsibilities still overlap, could someone work with the senior leaders on how we meet and decide things
LG-04 Our year leaders and curriculum leads are good teachers but do not see themselves as leaders yet
LG-04 The humanities lead has been in post a year and needs coaching in how to lead her department, do book looks and report to SLT
LG-05 Could somebody look over our self evaluation with fresh eyes and tell us whether the judgements stack up
LG-05 We want to write a three year improvement plan with clear milestones and success criteria
LG-06 We are in the window for Ofsted and staff are nervous, a mock inspection of a day would help
LG-06 Following our section 5 inspection we have to write an action plan on the areas for improvement in the report
LG-07 It is five years since anybody externally reviewed our governing board and the trust would like it done this spring
LG-07 Are our governors asking the right questions of us? We would like a national leader of governance to review how they work
LG-08 The vice chair takes over the chair in April and wants a mentor who has chaired a governing board
LG-08 Our governance professional is retiring and her replacement needs someone to show her the ropes on minutes, agendas and statutory policies
LG-09 We are a stand-alone church primary considering academy conversion with the diocesan trust and want help with due diligence
LG-09 Two small schools under one executive head since September, we need advice on forming a hard federation
LG-10 I lead CPD for the school and want to move from one-off twilights to a year-long professional development programme
LG-10 Our INSET does not change anything in classrooms, how do other schools design staff training that does?
LG-11 Too many initiatives at once, we would like someone to help us to plan the roll-out of one change properly and to know when it is embedded
LG-11 Help with implementing our new behaviour and teaching policies so that they do not fizzle out after a term as previous changes did
LG-12 Staff absence through stress has doubled, we would like to know what other schools do for staff wellbeing
LG-12 Teachers tell us that marking, planning and data drops eat their weekends, we need to cut workload
LG-13 We have had three rounds of advertising for a physics teacher without a single applicant
LG-13 Half of our teaching assistants left last year and we need ideas to keep the ones we have
LG-14 I would like to train as a peer reviewer so that our trio of schools can visit each other properly
LG-14 Our partnership group wants an experienced lead reviewer for the peer review of our school in June
CT-01 We need an outside eye on our whole curriculum, its intent and how knowledge builds from Year 1 to Year 6
CT-01 Long term plans for the foundation subjects are a patchwork of bought schemes and do not hang together
CT-02 GCSE English results dropped for the second year, the department needs help with literature and language papers
CT-02 Our new head of English would like support with the key stage 3 texts and the order in which they are taught
CT-03 A third of our Year 1s did not pass the phonics check and the teaching of the scheme varies from class to class
CT-03 Some Year 2 children are still not blending and the keep-up groups do not seem to work
CT-04 Key stage 2 pupils can decode but do not understand what they read, and few read for pleasure
CT-04 We would like help to make guided reading lessons better in Years 3 to 6 and to get a love of books going
CT-05 Spelling and handwriting let our children down and few reach the expected standard in writing
CT-05 Boys in Year 4 hate writing, their sentences are short and they will not edit
CT-06 Year 9 maths sets are making little progress and our head of maths is on maternity leave
CT-06 We need support with fractions and reasoning in upper key stage 2, the maths SATs were poor
CT-07 Reception and Year 1 staff need help with number sense, subitising and using manipulatives
CT-07 We joined the mastery programme last year and want to see how other infant schools teach number bonds
CT-08 Our science teaching is mostly worksheets, we want more practical enquiry in Years 5 and 6
CT-08 Combined science is taught by non-specialists and they are weak on chemistry required practicals
CT-09 None of the staff are confident with coding, we need a computing scheme and somebody to model lessons
CT-09 We want to start GCSE computer science and have a teacher who has never taught programming in Python
CT-10 The history lead is new and needs help with chronology and with what pupils should remember about the Romans and the Tudors
CT-10 Our Key Stage 3 history is all source work and little knowledge, could a specialist look at it with us
CT-11 Pupils cannot use maps or do fieldwork, our geography needs a rethink
CT-11 We would like a specialist to help our geography leader sequence physical and human geography over the key stage
CT-12 The locally agreed syllabus has changed and the RE lead needs help teaching worldviews
CT-12 A section 48 inspection is coming and our religious education teaching is thin on Islam and Hinduism
CT-13 We have nobody who speaks French and need help to get primary languages going
CT-13 Spanish uptake at GCSE has collapsed, the MFL team would like advice on speaking and vocabulary
CT-14 Art is one-off craft activities, we want children to learn to draw, paint and sculpt step by step
CT-14 Our only art teacher would like someone to look at the GCSE portfolios and sketchbooks with her
CT-15 Our food room has been refurbished and the technician and teacher need help with cooking and nutrition lessons
CT-15 Design and technology is squeezed into two days a year and nobody knows how to teach mechanisms or textiles
CT-16 Would like to set up whole-class instrumental teaching and a choir, we have no music specialist
CT-16 Our music lead needs help to write a music development plan and work with the hub
CT-17 We want to bring back drama at key stage 3 and need a specialist to plan schemes with our English teachers
CT-17 The school play is the only theatre our pupils do, we would like acting and performance to be taught properly
CT-18 Staff lack confidence in gymnastics and dance, could a PE specialist team teach with them
CT-18 We want to use the sport premium better and need help with swimming and assessment in physical education
CT-19 Relationships and sex education is hard to teach here, parents object and staff feel unprepared
CT-19 Our PSHE is delivered in tutor time by people who do not want to teach it, we need a scheme on consent, drugs and health
CT-20 Pupils know little of how Parliament and the law work, we would like to strengthen citizenship
CT-20 We need help teaching democracy, voting and rights to Year 8, nobody here is trained in citizenship
CT-21 One teacher runs A level economics and business alone and would like someone to plan with
CT-21 BTEC enterprise and GCSE business studies results are well below the rest of the school
CT-22 We start our first T levels in September and need to see how others run the industry placement
CT-22 Our vocational courses in construction and engineering need a review, the assignments were blocked by the verifier
CT-23 Our sixth form is small and retention from Year 12 to 13 is poor, we need a review of the provision
CT-23 A level outcomes are below national and the head of sixth form is new in post
CT-24 With three classes for seven year groups we cannot make the two year cycle work in any subject
CT-24 We are a village school of forty-one children and every class has two or three year groups in it, please help with planning
PA-01 Teachers talk too long and move on before pupils have got it, we want clear modelling and worked examples in small steps
PA-01 We have adopted Rosenshine as a staff and need somebody to show what it looks like in a lesson
PA-02 Our pupils depend on adults and do not know how to plan, monitor or check their own work
PA-02 Year 11 do not know how to revise, we want to teach them study strategies and self regulation
PA-03 Our marking policy takes hours and pupils do nothing with the comments, we want to move to whole class feedback
PA-03 How can teachers give feedback that moves learning on without writing in every book
PA-04 Lessons go on regardless of whether pupils have understood, checking for understanding is weak
PA-04 Staff need help with questioning, mini whiteboards and hinge questions so that they adjust the lesson as they go
PA-05 Our end of term tests tell us nothing useful and the tracking system is a mess
PA-05 Assessment data is collected six times a year, we want a simpler system of tests and reporting of attainment
PA-06 We would like another school to check that our Year 6 writing judgements are accurate
PA-06 We are a one form entry school, so we have nobody to moderate with at the end of key stage 1
PA-07 Teachers still hand out three different worksheets, we want to scaffold up rather than differentiate down
PA-07 We have a wide range of needs in each class and want teachers to adapt lessons so everybody can take part
PA-08 Our children answer in single words, we want talk to be taught in every lesson
PA-08 We hope to become a talk-rich school with debating and presentational speaking from nursery upwards
PA-09 Hardly anyone hands in homework and parents complain about it, we need a sensible policy
PA-09 We would like to see how other schools set homework online and get it done
PA-10 Our staff are using ChatGPT to plan and we need guidance on safe use of artificial intelligence in school
PA-10 We have bought iPads for every child and they are not yet improving learning
PA-11 Teaching assistants sit with the same children all day and do the work for them
PA-11 We spend a lot on TAs and would like somebody to review how they are deployed
PA-12 We run tutoring in small groups before school and it makes no difference, what are we doing wrong
PA-12 The academic mentors need training in how to run catch-up sessions for three or four pupils
PA-13 Few of our children reach greater depth and the ablest coast
PA-13 Our gifted pupils are not stretched in lessons, particularly in key stage 3
PA-14 We want to train six teachers as coaches who observe each other every fortnight and agree one small step
PA-14 Moving away from graded lesson observations to instructional coaching and need a partner school that already does it
PA-15 Pupils can't read the academic texts in science and history, we want every subject to teach its own vocabulary
PA-15 Subject teachers say literacy is the English department's job, help us with reading and writing in the subjects
PA-16 We would like someone from a research school to help staff read and use the evidence
PA-16 I have been made research lead and want to start a journal club and small trials
EY-01 Our reception outdoor area is bare and continuous provision is not leading to learning
EY-01 The nursery and reception teachers are both new and our good level of development is low
EY-02 Children start nursery with very few words and we want staff to talk with them better
EY-02 We would like help with early language in the nursery, such as dialogic reading and running NELI
EY-03 We are opening a room for two year olds in January and have never had children so young
EY-03 The staff with our rising threes need training on toilet training, attachment and play for toddlers
EY-04 Our children go from play in Reception to sitting at desks in Year 1 and many struggle
EY-04 We want Year 1 to carry on from the early years, how do others manage the move into key stage 1
EY-05 Year 7 repeat what they did in primary, we want to work with our feeder schools on curriculum and transfer
EY-05 Our vulnerable Year 6 leavers find the move to secondary school very hard
EY-06 Too many of our Year 11 leavers drop out of college before Christmas
EY-06 We would like help to prepare our pupils with SEND for the step from school to college or work at sixteen
IN-SPLD Several children are dyslexic and our teachers do not know what to change in class
IN-SPLD A boy in Year 5 is bright but cannot remember number facts, we suspect dyscalculia
IN-MLD There is a group in Year 8 working far below age related expectations in everything and class teachers do not know how to pitch work
IN-MLD Advice please on teaching children with moderate learning difficulties in our mainstream classes
IN-SLD We have admitted two children with severe learning difficulties and are far out of our depth
IN-SLD A special school colleague who could show us how to plan for a child working at pre key stage standards with severe needs
IN-PMLD A child with profound and multiple difficulties joins us in the autumn, staff have never planned a sensory curriculum
IN-PMLD Our PMLD class team would like to visit someone using the engagement model well
IN-SLCN Many of our reception intake have speech and language delay and the NHS therapist only comes once a term
IN-SLCN We have several pupils with developmental language disorder in Year 4 and want to adapt teaching for them
IN-ASD Two autistic pupils are having daily meltdowns and staff are at the end of their tether
IN-ASD We would like an autism specialist to walk the school and tell us what overwhelms our pupils
IN-SEMH A small number of pupils with very complex emotional needs throw furniture and hit staff
IN-SEMH Our nurture room for children with social emotional and mental health needs is not helping them back to class
IN-HI A girl with cochlear implants starts in Year 3 and teachers need deaf awareness training
IN-HI How do we make our classrooms work for a pupil with hearing aids and a radio microphone
IN-VI Our first blind pupil starts next year, we need help with braille and getting round the site
IN-VI We have a visually impaired boy who cannot see the whiteboard, how do we adapt materials
IN-MSI A deafblind child is moving into the area and no one here has met dual sensory loss
IN-MSI We need advice on a pupil who has both hearing and sight impairment
IN-PD A wheelchair user is joining year 7 and we do not know how to include her in practicals and PE
IN-PD We have a child with cerebral palsy who finds writing tiring and needs help with moving and handling
IN-OTH A pupil with Down syndrome is joining Reception and we would like someone with experience of it
IN-OTH We have several pupils with ADHD and tics and would welcome advice, they do not fit any of the usual categories of need
IN-13 Our SENCO is new, part time and drowning, she needs an experienced mentor
IN-13 The special educational needs coordinator qualified last year and wants help to lead SEND across the school strategically
IN-14 Our applications for education health and care plans keep being refused by the local authority
IN-14 Assess, plan, do, review is done on paper only and the provision maps are not used
IN-15 The council has asked us to host a specialist unit for twelve pupils and we need help to set it up
IN-15 Our autism base has become an island, children in the resource base hardly join mainstream lessons
IN-16 Forty families have arrived from Hong Kong and Ukraine and our staff have never taught children with no English
IN-16 We have a high number of bilingual learners and need to assess their English and teach it in class
IN-17 Designated teacher for children in care needs help with writing good personal education plans
IN-17 We have eight looked after and previously looked after pupils, and the virtual school head suggests some training
IN-18 The gap between disadvantaged pupils and the rest is widening, we need a pupil premium review
IN-18 Could someone examine how we spend the premium on our free school meals children and whether it makes a difference
BA-01 Corridors are noisy, low level disruption is normal and staff do not apply the rules consistently
BA-01 We want to rewrite our behaviour policy and see routines in a school where they work
BA-02 Persistent absence is at 31 percent and Mondays and Fridays are the worst
BA-02 Our attendance officer would like to shadow someone who has turned attendance round
BA-03 We suspended more pupils this term than all last year and have permanently excluded two
BA-03 Our in-school alternative provision is not working and we want fewer exclusions
BA-04 Our designated safeguarding lead has just left and the new DSL would like supervision
BA-04 The deputy safeguarding lead needs a mentor, especially on thresholds and referrals to social care
BA-05 We want an independent check of our safeguarding, including the single central record
BA-05 Safeguarding was found to be ineffective at a neighbouring school and governors want ours audited before anyone else looks
BA-06 Children are sending each other awful images on Snapchat and parents do not know what to do
BA-06 Our internet filtering and monitoring needs checking against the DfE standards, and staff need e-safety training
BA-07 Parents say we do not deal with bullying and the pupil survey bears them out
BA-07 There has been homophobic name calling in Year 8 and we want an anti-bullying approach
BA-08 Many of our children have lived through domestic violence or loss and staff need to understand how trauma affects behaviour
BA-08 We want to become attachment aware and to use relational approaches instead of sanctions
BA-09 A few pupils are so anxious that they have not been in school for months
BA-09 Girls in Year 9 with school based anxiety refuse to come in, what can we do to reintegrate them
BA-10 Our heads of year spend all day on incidents, the pastoral team needs a better structure
BA-10 We are thinking of a house system with vertical tutor groups and would like to see how pastoral care works elsewhere
PW-01 Children fall out constantly at playtime and cannot name their feelings or solve quarrels
PW-01 We are looking for a programme to teach social and emotional skills across the primary years
PW-02 I have trained as senior mental health lead and want help with a whole school approach to wellbeing of pupils
PW-02 More children are self-harming and waiting for CAMHS, our mental health lead wants to plan what school can do
PW-03 Our careers leader is new and we meet only three of the Gatsby benchmarks
PW-03 Year 10 work experience is hard to organise and pupils have little contact with employers
PW-04 Clubs and trips are taken up by the same children, we want a wider offer
PW-04 Need help with spiritual, moral, social and cultural development and British values across the school
PW-05 The school council does nothing real, we would like pupils to have more say in decisions
PW-05 How do other schools train pupils as leaders and ambassadors and listen to what they think
PW-06 Parents only come in to complain and the turn-out at parents' evening is dreadful
PW-06 We would like to build trust with the Traveller families on our site and the wider community
WF-01 We have four early career teachers in a small school and their induction is not going well
WF-01 Our ECT in Year 2 is struggling and her mentor has never done it before
WF-02 We are hosting PGCE students for the first time and our teachers need to learn to mentor them
WF-02 The university wants more placements from us but our mentors of trainees lack time and training
WF-03 We deliver the NPQ for middle leaders as a trust and our facilitators are inexperienced
WF-03 A colleague will be facilitating national professional qualifications for the teaching school hub and would like to co-deliver first
WF-04 Appraisal is a box ticking exercise, targets are all about data
WF-04 We need training for our leaders in performance management conversations and in supporting a teacher on a capability plan
WF-05 Our lunchtime supervisors, office and TAs never get any training and would like some
WF-05 We want a proper career path and development for support staff, including higher level teaching assistants
WF-06 The head and deputy both retire within two years and we have no one ready to step up
WF-06 How do we spot future leaders and grow our own talent in the trust
WF-07 Our staff are all white and our pupils are not, we want to look at equality and inclusive recruitment
WF-07 We need to write equality objectives and train staff on unconscious bias and anti-racism
WF-08 Three teachers have asked to go part time and we do not know how to make job shares work on the timetable
WF-08 We want to offer flexible working to returners from maternity leave without upsetting the children's education
BS-FIN1 Our new business manager has never built a three year budget forecast
BS-FIN1 Falling rolls mean our income drops, help us to plan the budget for the next few years
BS-FIN2 We are forecasting a deficit of ninety thousand and the local authority wants a recovery plan
BS-FIN2 We want to use curriculum-led financial planning to see if our staffing is affordable
BS-FIN3 The internal auditor found weaknesses in how we approve purchases and separate duties
BS-FIN3 Our first academy accounts are to be audited and we need to get financial controls in order
BS-HR1 We have a long running grievance and two absence cases and no human resources advice worth the name
BS-HR1 A member of staff is under investigation for misconduct and I have never run a disciplinary
BS-HR2 We need to lose three posts and must consult the unions on redundancies
BS-HR2 The office and site teams need restructuring after the merger, with TUPE of some staff
BS-HR3 Errors in pay every month, and the teachers' pension returns are late
BS-HR3 We are changing payroll provider and the finance officer wants someone who has done it
BS-PR1 Our photocopier lease is extortionate, we need help with tendering and supplier contracts
BS-PR1 The energy and stationery deals are due for renewal, how do we buy well and within procurement law
BS-PR2 The school kitchen loses money and few children take the hot dinners
BS-PR2 Our cleaners are outsourced and standards are poor, should we bring them in house
BS-ES1 Our caretaker left and nobody knows which statutory checks are due, such as legionella and asbestos
BS-ES1 We are a Victorian building with a new site manager who needs a compliance calendar for the premises
BS-ES2 Our risk assessments and accident reporting need looking at, we have no competent person for health and safety
BS-ES2 The fire drill went badly and the health and safety policy is years out of date
BS-ES3 The roof leaks and we need help to write a bid to the condition improvement fund
BS-ES3 We need to expand by a form of entry and have never managed a building project
BS-IT1 The wifi drops out, the servers are nine years old and we have had a ransomware scare
BS-IT1 Our technician has gone and we need to plan moving to the cloud with proper backups
BS-IT2 We are moving from SIMS to Arbor at Easter and are afraid of losing data
BS-IT2 Our census returns are full of errors and the data officer does not know how to run reports from the management information system
BS-DP1 A parent has sent us a subject access request for all emails on her son
BS-DP1 We had a data breach when a register was emailed to the wrong family and our GDPR paperwork is thin
BS-MK1 We have sixty places and twenty-three first choices, we need to market the school
BS-MK1 Our website is not compliant and looks dated, and open day numbers are down
BS-OP1 We have no business continuity plan and had to close for two days when the boiler failed
BS-OP1 The risk register is never looked at and the trust's governance paperwork and policies are in a muddle
DA-01 Could someone help our leaders make sense of the IDSR and the progress of different groups
DA-01 Governors are baffled by our results, please help us analyse our attainment figures
DA-02 We want to survey parents, pupils and staff well and know what to do with the answers
DA-02 Our staff questionnaire had eleven replies, we need a better way to find out what people think
DA-03 We have spent a great deal on interventions and have no idea whether they work
DA-03 Help us to evaluate the effect of our reading programme with a simple before and after design
DA-04 How do our staffing costs and pupil teacher ratios compare with similar schools
DA-04 We would like someone to benchmark our spending with us
DA-05 As a group of schools we want to map what is needed across the town and where the pockets of deprivation are
DA-05 Our partnership would like to bring together attendance, SEND and housing data for the whole district
`;

/** The second set, two for each code. */
export const secondSentences: readonly LabelledSentence[] = readLabelled(lines);
