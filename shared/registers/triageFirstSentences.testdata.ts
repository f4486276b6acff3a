import { readLabelled, type LabelledSentence } from "./triageLabelled.testdata.ts";

// Written before the first rules; those that came later were developed on them.
const lines = `
LG-01 I took over as headteacher in September, it is my first post at this level and I would value someone to help me find my feet
LG-01 Our deputy is stepping up as acting head from January while the governors advertise, she needs someone alongside her
LG-02 After eleven years in the job I would like a regular confidential conversation with an experienced head from elsewhere
LG-02 Please could an established headteacher act as my mentor this year, once a fortnight would be ideal
LG-03 My senior leaders do not yet work as a team and nobody is clear who is accountable for what
LG-03 We have two new assistant heads and the leadership team needs to agree roles and how to hold each other to account
LG-04 Subject leaders here are enthusiastic but have never monitored their subject or written an action plan for it
LG-04 Heads of department need to learn how to run a line management meeting and challenge underperformance
LG-05 We need a critical friend to check whether our SEF is accurate and our priorities for next year are the right ones
LG-05 Rewriting the school development plan, it runs to forty pages and nobody reads it
LG-06 The inspectors are due any time and I would like someone to put us through our paces beforehand
LG-06 Ofsted graded us requires improvement in May and we need help to turn the report into a plan
LG-07 The governing body wants an outside view of how well it is doing its job
LG-07 Trustees have asked for an independent look at their own effectiveness and skills
LG-08 Our new chair of governors has never chaired anything and our clerk has just resigned
LG-08 The clerk needs support with agendas and minutes, she is new to governance
LG-09 The board is exploring whether to join a multi-academy trust and we would like to speak to someone who has been through it
LG-09 We are about to federate with the infant school next door and need help planning the joining of the two
LG-10 Our training days are a random collection of events, help us build a coherent programme of professional development for teachers
LG-11 We bought a new scheme last year and it never stuck, how do we introduce change so that it lasts
LG-12 Staff are exhausted, sickness is creeping up and I want to look seriously at workload
LG-13 We cannot find a maths teacher after three adverts and two people are leaving at Easter
LG-13 Too many staff leave within two years and we would like to understand how others keep theirs
LG-14 Four schools in our cluster want to review one another and need somebody to lead the first round of peer reviews
CT-01 Our curriculum has grown by accident, we need help to map what is taught when across all subjects from nursery to year six
CT-01 Foundation subjects lack progression and the sequence of knowledge is unclear from one year to the next
CT-02 The English department has a new leader and GCSE literature results dropped by nine points
CT-03 Too many year one children failed the screening check in June and our teachers are not confident with blending
CT-03 We changed to a new synthetic phonics scheme and reading books do not match the sounds children know
CT-04 Pupils can decode but they do not understand what they have read, comprehension in key stage two is our weakest area
CT-04 Few of our children choose to pick up a book, we want to make reading for pleasure real
CT-05 Standards in writing fell again, boys in particular cannot sustain a longer piece and handwriting is poor
CT-05 We would like help to teach sentence construction and spelling well from year two upwards
CT-06 Pupils are fluent in arithmetic but struggle with reasoning papers in maths at the end of key stage two
CT-06 Year eleven maths is weak, algebra especially, and the department is mostly non-specialists
CT-07 Reception and year one staff want to understand mastery and how to develop number sense
CT-08 Science is taught from worksheets, children rarely carry out practical enquiry
CT-08 We have no physics specialist and need help with planning practicals for key stage four
CT-09 Nobody on the staff feels able to teach programming, can someone help us plan computing lessons
CT-10 Our history lead would like to look at how chronology builds up and how pupils use sources
CT-11 Geography has slipped off the timetable, we want help with fieldwork and maps
CT-12 Our RE is not meeting the new agreed syllabus and the subject lead is on maternity leave
CT-13 Uptake of French and Spanish at GCSE has collapsed and the MFL team is demoralised
CT-13 No one here speaks another language confidently yet we have to teach one in key stage two
CT-14 Sketchbooks look the same in every year, we need an art specialist to help with drawing and painting progression
CT-15 The new food room is open but we have nobody trained to teach cooking, and textiles is also thin
CT-16 We want every child to learn an instrument and sing well, but have no music specialist
CT-17 Our performing arts teacher has left and we need support to keep drama going at GCSE
CT-18 PE is delivered by coaches and teachers have lost confidence with gymnastics and swimming
CT-19 Parents are worried about relationships and sex education and our teachers find those lessons hard
CT-20 Pupils know little about parliament, voting or the law, we would like to do citizenship properly
CT-21 Our only business studies teacher is new and teaches economics A level as well
CT-22 From next year we will offer two T levels and are unsure how to arrange the industry placements
CT-23 A level outcomes are below average and year twelve retention is a concern in our small sixth form
CT-24 With forty-two pupils in two classes we need a rolling programme that works for three year groups together
PA-01 Teachers talk a lot but explanations are unclear, we would like training on modelling and worked examples
PA-02 Our pupils give up when stuck, we want them to plan, monitor and evaluate their own learning
PA-03 Marking takes teachers hours each night and makes little difference, help us find better ways to give feedback
PA-04 Lessons move on before staff know who has understood, questioning and checking for understanding are weak
PA-05 Our tracking system produces reams of numbers three times a year that no one uses, can we simplify end of term tests
PA-06 Teachers are unsure of their year six judgements, we would like to moderate books with another school
PA-07 Lower attaining pupils are given different worksheets, we want teachers to scaffold rather than differentiate by task
PA-08 Children speak in one word answers, help us develop talk and discussion in class
PA-09 Half of our students never hand in homework and parents disagree about how much is set
PA-10 How should we use AI and our set of tablets in the classroom without wasting money
PA-11 Teaching assistants sit with the same child all day, we want to make better use of them
PA-12 Catch up groups run every afternoon but we do not know how to make small group tuition effective
PA-13 Our brightest children coast, very few reach greater depth and there is little challenge
PA-14 We want to move from graded lesson observations to coaching teachers through small action steps
PA-15 Students cannot read exam questions in science and humanities, every department should teach its own vocabulary
PA-16 The research lead is new and would like to learn how to bring evidence into staff decisions
EY-01 Our reception class looks like year one, indoors and out, and only half reached a good level of development
EY-01 The nursery environment needs a fresh pair of eyes, especially continuous provision outside
EY-02 Children arrive in nursery with very little language and staff want to get them talking
EY-03 We are opening places for two-year-olds in April and have never had children so young
EY-04 The jump from reception into year one unsettles children, how can we make it smoother
EY-05 Pupils who arrive in year seven seem to go backwards, we want to work with our primary feeders
EY-06 Some of our leavers drop out of college by Christmas, we need to prepare year eleven for the next step
IN-SPLD A growing number of pupils are dyslexic and class teachers do not know how to help them
IN-MLD Several children work well below age-related expectations across the board and need a better cognition and learning offer
IN-SLD Three pupils with severe learning difficulties have joined us and the national curriculum is not right for them
IN-PMLD A child with profound and multiple needs starts in autumn and will need a sensory curriculum
IN-SLCN Many children have unclear speech and we wait eight months for a therapist
IN-ASD We have more autistic pupils than ever and the canteen and corridors overwhelm them
IN-ASD Advice wanted on a calmer classroom environment and visual supports for children on the autism pathway
IN-SEMH Some pupils with ADHD and attachment difficulties are in crisis every day, we are thinking of opening a nurture room
IN-HI A pupil with cochlear implants joins in September and staff have never taught a deaf child
IN-VI How do we adapt resources for a child who is losing her sight and learning braille
IN-MSI One of our new starters is deafblind and we have no experience of dual sensory loss
IN-PD A wheelchair user is joining year seven and we need to think about access, moving and handling
IN-OTH We would like guidance on a pupil with Tourette syndrome and another with a rare genetic condition
IN-13 Our SENCO is newly appointed and has inherited a long register with no system behind it
IN-14 EHCP applications keep being turned down because our assess, plan, do, review paperwork is thin
IN-15 The council has asked us to open a specialist base for twelve pupils and we need help to set it up
IN-16 Twenty families have arrived since summer speaking no English and teachers feel lost
IN-17 We have nine children in care and their personal education plans are poor
IN-18 The gap between pupils on free school meals and the rest is widening, could someone review our pupil premium spending
BA-01 Low level disruption is everywhere, sanctions are inconsistent and corridors are noisy between lessons
BA-01 We want a calm culture with routines that every adult follows
BA-02 Attendance is stuck at ninety per cent and a fifth of pupils are persistently absent
BA-02 Too many children are late or off on Fridays, help us with our absence procedures
BA-03 Suspensions have doubled in a year and we rely heavily on the local PRU
BA-04 Our designated safeguarding lead is new in role and would like supervision and training
BA-05 Can someone check our single central record and do a safeguarding audit before half-term
BA-06 Parents ask about phones and social media and our filtering and monitoring have not been reviewed
BA-07 Pupils tell us bullying is not dealt with and homophobic language is common
BA-08 Many of our children have lived through trauma and staff want to understand adverse childhood experiences
BA-09 A handful of anxious pupils cannot get through the gate in the morning, some have not been in since the spring
BA-10 Heads of year spend all day firefighting, tutor time is wasted and the house system has no purpose
PW-01 Younger children fall out constantly, we want to teach them to recognise feelings and build resilience
PW-02 Our senior mental health lead has finished her course and wants help with a whole school strategy for pupil wellbeing
PW-03 We meet four of the Gatsby benchmarks and struggle to find work experience for year ten
PW-04 Few pupils take part in clubs or trips, we want a richer offer beyond lessons
PW-05 The school council meets but nothing happens, we want students to lead real change
PW-06 Parents rarely come in and complaints are rising, how can we win families round
WF-01 We have five ECTs and only one experienced induction tutor
WF-01 Our newly qualified teachers need more support than their mentors can give them
WF-02 We host trainees from two universities and our mentors of student teachers need training
WF-03 We would like to find facilitators to deliver NPQ sessions for our staff
WF-04 Appraisal has become a paper exercise, can someone help us reshape performance management
WF-05 Lunchtime supervisors and office staff never get any training and would love some
WF-06 Half of our leaders will retire in five years, we need to spot and grow the next generation
WF-07 Our staff does not reflect the community we serve, we want to do better on race and equality
WF-08 Several teachers have asked for job shares and we do not know how to timetable part-time staff
BS-FIN1 Our business manager is new and must set the budget and a three-year forecast by May
BS-FIN2 We are heading for a deficit of ninety thousand and numbers on roll keep falling, we need a recovery plan
BS-FIN3 The auditors found weak controls over purchasing cards and our SFVS is overdue
BS-HR1 I have a grievance and a long-term sickness case at once and little HR experience
BS-HR2 We must lose three posts next year and have never run a redundancy consultation
BS-HR3 Payroll has paid people wrongly four months running and pension returns are late
BS-PR1 Several big contracts end next summer, we need help to tender for photocopiers and energy
BS-PR2 The kitchen is losing money and uptake of school lunches is down, also the cleaners are unreliable
BS-ES1 Our site manager retired and nobody knows when the legionella and asbestos checks are due
BS-ES2 Risk assessments and fire drills are out of date, could someone look at health and safety with us
BS-ES3 The roof leaks and we would like to bid to the condition improvement fund for it
BS-IT1 Our servers are ancient, the wifi drops out and the governors worry about a cyber attack
BS-IT2 We are moving from SIMS to Arbor and the census return is due in the same month
BS-DP1 A parent has sent a subject access request and we are unsure what GDPR allows us to withhold
BS-MK1 Applications for reception places are down, our website is dated and open days are poorly attended
BS-OP1 We have no risk register or business continuity plan and policies are filed all over the place
DA-01 Help us to make sense of our results, I cannot tell from FFT and ASP what the story is
DA-02 We would like to run staff and parent surveys that tell us something useful
DA-03 We spend a lot on projects and never find out if they made a difference, how do we evaluate them
DA-04 Are our staffing costs out of line with similar schools, we would like to compare ourselves
DA-05 Heads across the town want to look together at birth rates, house building and local need
LG-06 It is four years since our last visit from Ofsted so please send someone for a practice deep dive
LG-10 I lead CPD and would like a critical friend to plan next year's INSET days with me
CT-03 Support wanted for our early reading lead, lowest twenty per cent of readers in years one and two
CT-06 Times tables check scores were poor and we want a maths lead from another school to look at year four
CT-08 Primary science lead looking for a buddy to develop working scientifically
CT-16 Could somebody help our choir and the whole-class ukulele lessons get off the ground
PA-11 Advice please on how to train and timetable our TAs so that pupils become less dependent
IN-14 Our provision map and annual reviews are in a muddle and the SEND team at the council is chasing us
IN-18 Disadvantaged boys do badly here, we want a pupil premium review by an outside leader
BA-02 The attendance officer has gone and severely absent pupils are not being followed up
BA-09 Several girls refuse school because of anxiety, we need advice on getting them back gradually
PW-06 Working with parents of vulnerable families is hard for us since the community centre shut
BS-FIN1 Help needed with budget monitoring and cash flow, first time we manage our own bank account
BS-IT1 After a phishing email got through we want someone to look at our network security
DA-01 The new data manager wants to learn how to analyse exam results question by question
WF-02 We will have our first trainee teachers next term, what does good mentoring look like
`;

/** The first set: some for each code, by the author of the first rules. */
export const firstSentences: readonly LabelledSentence[] = readLabelled(lines);
