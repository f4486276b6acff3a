/** What heads might write of pedagogy and assessment: a line each, the code and then the words. */
export const PA = `
PA-01 Teachers talk a lot but explanations are unclear, we would like training on modelling and worked examples
PA-01 Teachers talk too long and move on before pupils have got it, we want clear modelling and worked examples in small steps
PA-01 We have adopted Rosenshine as a staff and need somebody to show what it looks like in a lesson
PA-01 Teachers jump straight to tasks without modelling what good looks like
PA-01 pupils forget what they were taught last week, we'd like staff training on retrieval, small steps and guided practice
PA-01 New ideas are introduced as tasks on a slide and pupils start before anyone has shown them how
PA-01 Teachers talk for half an hour, then half the class puts up a hand and says I do not get it
PA-01 We would like everyone to use a visualiser, think aloud and fade out the help as pupils succeed
PA-01 Explanations in lessons are long and muddled and pupils don't know what to do when they're sent off to work, I'd like staff to get better at modelling step by step
PA-01 Want to introduce I do we do you do and worked examples across the school, currently a lot of discovery style lessons which leave many behind
PA-02 Our pupils give up when stuck, we want them to plan, monitor and evaluate their own learning
PA-02 Our pupils depend on adults and do not know how to plan, monitor or check their own work
PA-02 Year 11 do not know how to revise, we want to teach them study strategies and self regulation
PA-02 Pupils cannot plan or check their own work and wait to be told what to do next
PA-02 They give up the moment it gets tricky and wait for an adult, we want them to think about how they learn and to be more independant
PA-02 Year 11 revise by highlighting; they do not know how to plan, check or space what they learn
PA-02 Children wait for an adult as soon as it gets difficult, no resilience in learning and no strategies
PA-02 Students revise by highlighting and re-reading, then are surprised when it all goes wrong. How do we teach them to plan, check and learn for themselves?
PA-03 Marking takes teachers hours each night and makes little difference, help us find better ways to give feedback
PA-03 Our marking policy takes hours and pupils do nothing with the comments, we want to move to whole class feedback
PA-03 How can teachers give feedback that moves learning on without writing in every book
PA-03 Staff spend hours writing comments that children never read
PA-03 Teachers spend hours writing comments in books, pupils ignore them. There must be a better way
PA-03 Marking policy needs ripping up, triple marking in three colours of pen. Want something that makes a difference to the next piece of work
PA-03 Staff spend Sunday with a pile of exercise books and pupils never read what is written
PA-03 Replace our colour-coded marking policy by something quicker that pupils respond to in the lesson
PA-03 Next steps written beautifully, never acted on
PA-04 Lessons move on before staff know who has understood, questioning and checking for understanding are weak
PA-04 Lessons go on regardless of whether pupils have understood, checking for understanding is weak
PA-04 Staff need help with questioning, mini whiteboards and hinge questions so that they adjust the lesson as they go
PA-04 Teachers move on without finding out who has understood
PA-04 Teachers carry on with the lesson even if half the class hasn't got it. We need better checking as they go, mini whiteboards and that sort of thing.
PA-04 Teachers only hear from the same five volunteers and find out in the test that half had not got it
PA-04 Recap quizzes at the start of lessons are done but nobody acts on what they show
PA-04 The same four hands go up. Would like training on questioning so that staff find out what everyone understands before moving on
PA-05 Our tracking system produces reams of numbers three times a year that no one uses, can we simplify end of term tests
PA-05 Our end of term tests tell us nothing useful and the tracking system is a mess
PA-05 Assessment data is collected six times a year, we want a simpler system of tests and reporting of attainment
PA-05 Our assessments each term tell us nothing that we can use, and the tracker is a burden
PA-05 We input data six times a year, no one uses it, and end of year tests disagree with teacher grades
PA-05 Need an assessment calendar and simple way to report age-related standing to parents
PA-05 We have three data drops a year and no one trusts the numbers; the tracking system is all teacher judgement with no tests behind it
PA-05 Since levels went we've never had a decent system for the end of unit tests in KS3, each dept uses different grades and parents can't follow reports
PA-05 Mock exam grades were miles out from what students actually got in August, need to sort out how we set and mark our assessments
PA-06 Teachers are unsure of their year six judgements, we would like to moderate books with another school
PA-06 We would like another school to check that our Year 6 writing judgements are accurate
PA-06 We are a one form entry school, so we have nobody to moderate with at the end of key stage 1
PA-06 Year 2 and Year 6 teachers do not agree on what the expected standard in writing looks like
PA-06 Our Year 6 writing judgements were overturned by the local authority and staff are shaken
PA-06 Four small primaries would like to compare work in each other's schools and agree what secure looks like
PA-06 Four small schools want to get Y2 and Y6 teachers together with pupils' books to agree what expected looks like, and need a confident person to lead it
PA-06 One form entry, nobody for our Y4 teacher to check her judgements with
PA-07 Lower attaining pupils are given different worksheets, we want teachers to scaffold rather than differentiate by task
PA-07 Teachers still hand out three different worksheets, we want to scaffold up rather than differentiate down
PA-07 We have a wide range of needs in each class and want teachers to adapt lessons so everybody can take part
PA-07 Some of our teachers plan six different worksheets and others plan only one for everybody
PA-07 Lower attainers get a different worksheet and colouring in while the rest do the lesson. We'd like everyone to be on the same learning with the right support.
PA-07 The range in each class is enormous now, from children working three years below to real flyers, and my teachers, bless them, are making five versions of everything on a Sunday. It's wearing them out and I'm not convinced that anybody learns more because of it
PA-07 Ofsted said work is not consistently matched to what pupils with SEND need in class. It's the everyday teaching rather than the paperwork
PA-07 One lesson fits nobody: a few fly, a few drown, and the same sheet goes to all
PA-07 Teachers plan three versions each night; we want scaffolds instead and everyone at the same goal
PA-08 Children speak in one word answers, help us develop talk and discussion in class
PA-08 Our children answer in single words, we want talk to be taught in every lesson
PA-08 We hope to become a talk-rich school with debating and presentational speaking from nursery upwards
PA-08 Many of our pupils answer in single words and cannot explain their thinking aloud
PA-08 Would like someone to help us get children talking properly, in pairs and groups, giving reasons and disagreeing politely. KS2
PA-08 Pupils answer in one word, shout or stay silent; we want talk to be taught like writing
PA-08 Could someone show talk roles, discussion rules and presenting to an audience
PA-08 Students answer in one word grunts
PA-08 Governors would like our pupils to be confident speakers for interviews and life, at the moment they mumble and wont stand up in front of others
PA-09 Half of our students never hand in homework and parents disagree about how much is set
PA-09 Hardly anyone hands in homework and parents complain about it, we need a sensible policy
PA-09 We would like to see how other schools set homework online and get it done
PA-09 Hardly half of Key Stage 3 hand in their homework
PA-09 Half of Y8 don't hand it in, detentions aren't working and parents are arguing with us over how much they should be doing in the evenings
PA-09 Nobody hands in their home tasks, detentions pile up and parents say it is pointless or too much
PA-09 What do other schools set for the evening in Years 7 to 9, and is it worth it
PA-09 We set spellings, reading and a maths sheet every week out of habit, does it do any good? Want to rethink what we send home
PA-10 How should we use AI and our set of tablets in the classroom without wasting money
PA-10 Our staff are using ChatGPT to plan and we need guidance on safe use of artificial intelligence in school
PA-10 We have bought iPads for every child and they are not yet improving learning
PA-10 We want a policy on ChatGPT and need someone who has been through it
PA-10 Staff are using ChatGPT to write reports and plan lessons and we have no policy at all
PA-10 Worried about coursework being written by a bot, but also want to use the tools to save time. Where do we start as a school?
PA-10 We have three hundred tablets in a cupboard and no plan
PA-10 Sixth formers hand in essays written by a chatbot; teachers want to use it for planning as well
PA-10 We got 60 iPads from a grant which sit in a trolley. Could somebody show teachers what's worth doing with them
PA-11 Teaching assistants sit with the same child all day, we want to make better use of them
PA-11 Advice please on how to train and timetable our TAs so that pupils become less dependent
PA-11 Teaching assistants sit with the same children all day and do the work for them
PA-11 We spend a lot on TAs and would like somebody to review how they are deployed
PA-11 Our teaching assistants sit beside the same child all day and do too much for them
PA-11 Every class has an LSA glued to one child and he can't do anything without her
PA-11 Assistants sit next to the same child all day and do it for them
PA-11 Twelve support staff, no training in questioning or handing over work, and class teachers do not plan for them
PA-11 Our TA budget is over £300k, the governors have started asking questions about it and I couldn't tell you what difference it makes, so before we think of cutting anyone I'd like somebody to look at how they're best used in lessons
PA-11 TAs sit and listen to the carpet input for 25 mins every morning, then do the work for the table they're with
PA-12 Catch up groups run every afternoon but we do not know how to make small group tuition effective
PA-12 We run tutoring in small groups before school and it makes no difference, what are we doing wrong
PA-12 The academic mentors need training in how to run catch-up sessions for three or four pupils
PA-12 We pay for tutoring every week and do not think it links to lessons
PA-12 After school catch up is run by whoever is free and doesn't join up with what goes on in lessons, want to set it up better for Y11
PA-12 Pupils taken out for extra groups miss lessons and do not seem to catch up
PA-12 Who should tutor, how long, how big a group and how do we know it works
PA-12 We take childern out in threes and fours every afternoon for extra help, no idea which ones work and they're missing the foundation subjects
PA-13 Our brightest children coast, very few reach greater depth and there is little challenge
PA-13 Few of our children reach greater depth and the ablest coast
PA-13 Our gifted pupils are not stretched in lessons, particularly in key stage 3
PA-13 Our brightest pupils coast and few reach the top grades
PA-13 Bright children coast, finish in ten minutes and get more of the same
PA-13 Hardly any grades 8 and 9, and nobody from here has applied to a top university
PA-13 Our top end coast. Nine pupils came in with really high KS2 scores and not one got an 8 or 9
PA-13 Parents of bright children say they're bored, finished early and given more of the same
PA-13 Combined GDS 3% v 8% nat, EXS fine
PA-14 We want to move from graded lesson observations to coaching teachers through small action steps
PA-14 We want to train six teachers as coaches who observe each other every fortnight and agree one small step
PA-14 Moving away from graded lesson observations to instructional coaching and need a partner school that already does it
PA-14 We would like to replace graded observations with coaching for every teacher
PA-14 We want to move away from graded observations to short weekly visits and one small thing to practise; need help to train six of us to do it well
PA-14 We've had people doing drop ins for a year but the conversations afterwards are vague and too nice
PA-14 Observations are graded twice a year and nobody gets better from them
PA-14 Middle leaders would like to learn to give one small step of feedback each week and rehearse it
PA-14 One of our maths teachers would really benefit from somebody skilled watching her fortnightly and working on her craft a step at a time, she is keen, this is not capability
PA-15 Students cannot read exam questions in science and humanities, every department should teach its own vocabulary
PA-15 Pupils can't read the academic texts in science and history, we want every subject to teach its own vocabulary
PA-15 Subject teachers say literacy is the English department's job, help us with reading and writing in the subjects
PA-15 Students meet difficult vocabulary in every subject and nobody teaches it
PA-15 Pupils cant get through the text in a science or geography paper, teachers outside English say that's not their job
PA-15 We have a list of key words on every wall & kids still can't use them, looking to help all depts teach vocabulary and reading in their own subject
PA-15 In history and science they cannot read the textbook or write a paragraph that sounds like the subject
PA-15 Exam command words and technical terms trip up our pupils everywhere but in English
PA-16 The research lead is new and would like to learn how to bring evidence into staff decisions
PA-16 We would like someone from a research school to help staff read and use the evidence
PA-16 I have been made research lead and want to start a journal club and small trials
PA-16 We have appointed somebody to bring research into school and she has no one to learn from
PA-16 teacher enquiry groups have run for one year, each trying something out with their class, but what they produce is anecdotes. Want some rigour
PA-16 Every new fad arrives in September; how do we check what research says before we buy
PA-16 A group of teachers want to run small trials in class and share what they find
PA-16 I want staff to weigh up what they read on social media rather than jump on the next thing, is there somebody from a research school who could help?
`;
