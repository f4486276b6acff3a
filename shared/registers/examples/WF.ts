/** What heads might write of workforce development: a line each, the code and then the words. */
export const WF = `
WF-01 We have five ECTs and only one experienced induction tutor
WF-01 Our newly qualified teachers need more support than their mentors can give them
WF-01 We have four early career teachers in a small school and their induction is not going well
WF-01 Our ECT in Year 2 is struggling and her mentor has never done it before
WF-01 Both of our ECTs are struggling and their mentors have not done it before
WF-01 Three new teachers start in Sept straight from training and we have only one person who's ever mentored one, what do we have to do for the two years
WF-01 New induction tutor, unsure of reports and timetable reduction
WF-01 One of our ECTs is at risk of not meeting the standards at the second assessment point, mostly behaviour in her lessons, tutor would like some advice and a joint observation
WF-02 We host trainees from two universities and our mentors of student teachers need training
WF-02 We will have our first trainee teachers next term, what does good mentoring look like
WF-02 We are hosting PGCE students for the first time and our teachers need to learn to mentor them
WF-02 The university wants more placements from us but our mentors of trainees lack time and training
WF-02 We take six trainees a year and our mentors need preparing
WF-02 We'd like to take on students from the local university next year, but none of us has been trained to look after one
WF-02 Mentors need those 20 hours of training for ITE and quite frankly cannot find the time, also how do we use the intensive placement weeks
WF-02 Our SCITT trainee is struggling and her mentor is at a loss, weekly meetings turn into chats about marking
WF-03 We would like to find facilitators to deliver NPQ sessions for our staff
WF-03 We deliver the NPQ for middle leaders as a trust and our facilitators are inexperienced
WF-03 A colleague will be facilitating national professional qualifications for the teaching school hub and would like to co-deliver first
WF-03 We have been asked to deliver the NPQ for senior leaders and need facilitators
WF-03 Three of our leaders have been asked by the hub to deliver the headship and senior leadership qualifications, they'd like to watch an experienced facilitator and get some practice
WF-03 I'm leading seminars for the NPQLT cohort from February and would value help with engaging adults rather than reading the slides out
WF-04 Appraisal has become a paper exercise, can someone help us reshape performance management
WF-04 Appraisal is a box ticking exercise, targets are all about data
WF-04 We need training for our leaders in performance management conversations and in supporting a teacher on a capability plan
WF-04 Our appraisal targets are vague and nobody is ever challenged
WF-04 PM targets are all about percentages and people dread it, now performance pay has gone we'd like to redesign the whole process
WF-04 A teacher isn't meeting standards in spite of a lot of support, and the line manager has never had to do an informal plan. How to go about it fairly?
WF-04 Need someone external to support governors with the head's annual objectives in the autumn term
WF-05 Lunchtime supervisors and office staff never get any training and would love some
WF-05 Our lunchtime supervisors, office and TAs never get any training and would like some
WF-05 We want a proper career path and development for support staff, including higher level teaching assistants
WF-05 Lunchtime supervisors and office staff get no training here
WF-05 Dinner ladies untrained since 2016
WF-05 I have four excellent TAs who want to get on, HLTA or an apprenticeship perhaps, what do other schools offer
WF-05 Reception and office team are brusque with visitors and parents and we'd like a bit of training for them, nothing heavy
WF-06 Half of our leaders will retire in five years, we need to spot and grow the next generation
WF-06 The head and deputy both retire within two years and we have no one ready to step up
WF-06 How do we spot future leaders and grow our own talent in the trust
WF-06 Our head and deputy both retire within two years and nobody is ready to follow
WF-06 How do we spot and bring on people with potential? Talented middle leaders leave for promotion elsewhere
WF-06 Deputy is keen on headship but needs more experience, can she shadow someone for a few days somewhere different
WF-06 Head, deputy & SBM all gone within 3 yrs, no one lined up
WF-07 Our staff does not reflect the community we serve, we want to do better on race and equality
WF-07 Our staff are all white and our pupils are not, we want to look at equality and inclusive recruitment
WF-07 We need to write equality objectives and train staff on unconscious bias and anti-racism
WF-07 Our staff do not look like our community and we want to change how we recruit and promote
WF-07 97% white staff and a pupil body that's nothing like that. Board would like to do something real about it and not just a policy
WF-07 our equality objectives expired in 2022. want help to write new ones and do some training on bias for those who sit on interview panels
WF-08 Several teachers have asked for job shares and we do not know how to timetable part-time staff
WF-08 Three teachers have asked to go part time and we do not know how to make job shares work on the timetable
WF-08 We want to offer flexible working to returners from maternity leave without upsetting the children's education
WF-08 Four teachers want to come back from maternity leave for three days a week
WF-08 Four requests to go to three days after maternity leave, all in the same phase, don't want to lose them but can't see how the timetable works
WF-08 Can a head of department job really be shared? Would love to speak to a school that does it
`;
