/** What heads might write of curriculum and subjects: a line each, the code and then the words. */
export const CT = `
CT-01 Our curriculum has grown by accident, we need help to map what is taught when across all subjects from nursery to year six
CT-01 Foundation subjects lack progression and the sequence of knowledge is unclear from one year to the next
CT-01 We need an outside eye on our whole curriculum, its intent and how knowledge builds from Year 1 to Year 6
CT-01 Long term plans for the foundation subjects are a patchwork of bought schemes and do not hang together
CT-01 Subjects in our foundation curriculum repeat themselves and topics come in no sensible order
CT-01 We want to look again at what we teach and in what order across KS3 because departments have all gone their own way
CT-01 Each year group teaches its topics in whatever order the last teacher left behind and nothing joins up from Reception to Year 6
CT-01 Knowledge organisers exist for every foundation subject but children cannot recall last term's topic; want our medium-term plans and end points looked at
CT-01 Trust has bought in a published scheme and we need to work out what to keep, what to cut and how many hours each subject gets
CT-01 Inspectors said curriculum thinking is weaker outside English and maths, components not identified
CT-01 I am curriculum lead in a two form primary and over the years the foundation subjects have been taught from a mish mash of bought schemes and whatever people found on Twinkl, so there's no thread running from Y1 to Y6, and children meet the Romans twice and never meet volcanoes
CT-01 Medium term plans are just lists of activities and no one can say what pupils should know by the end, and that's across the whole school not one subject. Also some of our middle leaders need coaching
CT-02 The English department has a new leader and GCSE literature results dropped by nine points
CT-02 GCSE English results dropped for the second year, the department needs help with literature and language papers
CT-02 Our new head of English would like support with the key stage 3 texts and the order in which they are taught
CT-02 Our GCSE English language results are well below those of similar schools
CT-02 Language paper results dropped 14 percentage points last summer, the new HoD would apreciate someone who marks for the board
CT-02 Our GCSE language and literature grades are well below those in other subjects and nobody has ever been a marker for the board
CT-02 Year 8 and 9 English has drifted into film posters and the odd poem, we want proper whole texts and novels back
CT-02 Single-word spelling lists and grammar exercises are not changing what pupils put in essays
CT-02 Y9 just don't get Macbeth and the set texts are tired, could someone help the dept rethink KS3 texts and the poetry unit?
CT-02 our year 11s freeze on the essay question about An Inspector Calls, quotations learnt but nothing said about them
CT-03 Too many year one children failed the screening check in June and our teachers are not confident with blending
CT-03 We changed to a new synthetic phonics scheme and reading books do not match the sounds children know
CT-03 Support wanted for our early reading lead, lowest twenty per cent of readers in years one and two
CT-03 A third of our Year 1s did not pass the phonics check and the teaching of the scheme varies from class to class
CT-03 Some Year 2 children are still not blending and the keep-up groups do not seem to work
CT-03 Too many of our Year 1 children cannot blend by the summer and failed the screening check
CT-03 Reception & KS1 lead is going on maternity leave and no one else in school knows the scheme well enough to keep the daily lessons and the catch up groups going
CT-03 A third of Year 1 did not pass the screening in June and the lowest children in Year 3 still guess from the picture
CT-03 New early reading lead, needs to see how another infant school groups children and keeps up with daily sound sessions
CT-03 Home reading books do not match the sounds taught, and volunteers who hear readers have never had any training
CT-03 Staff pronounce pure sounds differently, teaching of digraphs and tricky words is patchy, and Reception start too late
CT-03 62% passed the check in June. We bought the programme, everyone had the two days training, but groups are run six different ways by six different adults
CT-03 We've still got seven Y3 pupils who can't sound out simple words and KS2 staff have never been trained to teach it
CT-03 Y1 children guess from the picture instead of sounding out, and books sent home dont match what they've been taught
CT-04 Pupils can decode but they do not understand what they have read, comprehension in key stage two is our weakest area
CT-04 Few of our children choose to pick up a book, we want to make reading for pleasure real
CT-04 Key stage 2 pupils can decode but do not understand what they read, and few read for pleasure
CT-04 We would like help to make guided reading lessons better in Years 3 to 6 and to get a love of books going
CT-04 Pupils decode well but do not understand what they have read
CT-04 Y6 can read it aloud but haven't a clue what it means
CT-04 Boys in upper key stage two won't pick up a book. The library is a cupboard full of donated Horrible Histories and our story time got squeezed out years ago.
CT-04 They can read the words aloud but ask what the story meant and you get a blank
CT-04 Boys in Year 5 will not pick up a book; the library is a corridor and whole-class reading lessons are just worksheets
CT-04 Key stage 2 reading paper: they run out of time, slow readers, poor stamina, weak inference questions
CT-04 Would like an author-loving teacher to help us with class readers, book talk and reading for enjoyment
CT-04 Secondary - a quarter of our Y7 intake have a standardised reading score below 85 and we haven't got anything in place beyond phonics
CT-04 Whole-class reading lessons have turned in to answering SATs style questions and pupils are bored, could sombody model a better lesson
CT-05 Standards in writing fell again, boys in particular cannot sustain a longer piece and handwriting is poor
CT-05 We would like help to teach sentence construction and spelling well from year two upwards
CT-05 Spelling and handwriting let our children down and few reach the expected standard in writing
CT-05 Boys in Year 4 hate writing, their sentences are short and they will not edit
CT-05 Boys in Years 3 and 4 write very little and avoid joining up their letters
CT-05 We were moderated this summer and lost several of our greater depths, the pieces were over scaffolded. Teachers need help to teach children to edit and choose for themselves.
CT-05 Only half reached the standard in writing, sentences run on, no full stops, and letters are poorly formed
CT-05 Year 2 writers dry up after two lines, planning and drafting take a week and produce nothing
CT-05 Pencil grip, cursive script, and presentation are a mess right up to Year 6
CT-05 Children spell a word right in the test on Friday and wrong in their story on Monday
CT-05 Our Year 4s can't write a sentence with a full stop in the right place, in fact some can't write one without help, and it's been put down to covid but that was a long time ago now and by Y6 we're fire fighting with boosters all spring. We just want to know what to do lower down
CT-05 Lots of children in KS1 hold the pencil badly, letters are all over the place and they tire after two lines
CT-05 pupils have super ideas when they tell you a story but what ends up on the page is three lines long
CT-06 Pupils are fluent in arithmetic but struggle with reasoning papers in maths at the end of key stage two
CT-06 Year eleven maths is weak, algebra especially, and the department is mostly non-specialists
CT-06 Times tables check scores were poor and we want a maths lead from another school to look at year four
CT-06 Year 9 maths sets are making little progress and our head of maths is on maternity leave
CT-06 We need support with fractions and reasoning in upper key stage 2, the maths SATs were poor
CT-06 Our Year 6s are weak at reasoning and multi-step word problems in maths
CT-06 Foundation tier students stuck at grade 3, the dept is two non-specialists (one is really PE) and a long term supply, the good HoD left at Christmas and we're having no luck replacing her. Could we have someone to work alongside them on Fridays?
CT-06 Children can do the sums, but give them a word problem with two steps and they fall to pieces
CT-06 Our Year 9 sets are taught by non-specialists and basic algebra and ratio collapse at GCSE
CT-06 Pupils can do the sum but not the word problem, and reasoning papers pull our score down
CT-06 Multiplication tables check scores were awful, facts are not fluent by Year 4
CT-06 Maths department has lost its second in charge and the scheme of learning is twelve years old
CT-06 Our Year 5s still count on fingers for 7 x 8 and the MTC scores show it
CT-06 higher tier paper 3 is a disaster for us every year, particularly ratio and anything with letters in
CT-07 Reception and year one staff want to understand mastery and how to develop number sense
CT-07 Reception and Year 1 staff need help with number sense, subitising and using manipulatives
CT-07 We joined the mastery programme last year and want to see how other infant schools teach number bonds
CT-07 Reception staff would like to see how another school teaches counting and number bonds with objects
CT-07 In Y1 they can chant to 100 but show them six counters and they start again from one, we'd like help with how we teach the basics of number
CT-07 Infants count everything in ones and on fingers, we need to get teachers using ten frames and part-whole models
CT-07 Early years and Year 1 staff want to see a mastery lesson with manipulatives and stem sentences
CT-07 We signed up for number sense work with the hub but only two classes do it
CT-07 We signed up for the mastery programme two years ago and only Y2 is really doing it, looking for someone to help us bring it to the other year groups
CT-07 Reception and KS1 teachers want to see what manipulatives and part-whole models look like when used well
CT-08 Science is taught from worksheets, children rarely carry out practical enquiry
CT-08 We have no physics specialist and need help with planning practicals for key stage four
CT-08 Primary science lead looking for a buddy to develop working scientifically
CT-08 Our science teaching is mostly worksheets, we want more practical enquiry in Years 5 and 6
CT-08 Combined science is taught by non-specialists and they are weak on chemistry required practicals
CT-08 Hardly any practical work happens in our science lessons because staff lack confidence
CT-08 Combined results below national three years running, triple is ok. Lots of required practicals not done because we have one technician.
CT-08 Science is taught as comprehension sheets, nothing is ever tested or measured, and the cupboard of equipment is untouched
CT-08 Combined and triple results in physics dropped and required practicals were rushed
CT-08 Our primary science subject leader wants help with investigations, predicting and recording results
CT-08 No technician, three labs and a chemistry specialist leaving at Easter
CT-08 Kids love whizz bang lessons but can't say what they found out
CT-08 new subject lead (Y2 teacher, English degree!) needs somebody to go through electricity and forces with staff as they are not confident with the ideas themselves
CT-09 Nobody on the staff feels able to teach programming, can someone help us plan computing lessons
CT-09 None of the staff are confident with coding, we need a computing scheme and somebody to model lessons
CT-09 We want to start GCSE computer science and have a teacher who has never taught programming in Python
CT-09 Nobody on our staff can teach programming beyond dragging blocks about
CT-09 Nobody on the staff feels able to teach the programming bit so it's all PowerPoint and typing
CT-09 Nobody on the staff can program, so computing is typing and making slides
CT-09 Option numbers for the computer science GCSE are down to six and there are hardly any girls
CT-09 Looking for a primary that teaches algorithms and debugging well with floor robots and block languages
CT-09 Option numbers for GCSE CS have fallen to nine and only one is a girl, the teacher is on his own in the department & would value another specialist
CT-10 Our history lead would like to look at how chronology builds up and how pupils use sources
CT-10 The history lead is new and needs help with chronology and with what pupils should remember about the Romans and the Tudors
CT-10 Our Key Stage 3 history is all source work and little knowledge, could a specialist look at it with us
CT-10 Children cannot place the periods they have studied on a timeline
CT-10 Children think the Romans came after the Victorians; there is no sense of time across our topics
CT-10 GCSE historians struggle with source questions and judging interpretations
CT-10 The history lead wants us to use the mill and the war memorial in our town, not just worksheets on the Tudors
CT-10 No sense of what came before what, KS2
CT-10 Y8 pupils treat every source as biased and leave it there, our dept of two would like ideas for teaching interpretations
CT-11 Geography has slipped off the timetable, we want help with fieldwork and maps
CT-11 Pupils cannot use maps or do fieldwork, our geography needs a rethink
CT-11 We would like a specialist to help our geography leader sequence physical and human geography over the key stage
CT-11 We would like to plan fieldwork for every year group and have no geographer on the staff
CT-11 Our pupils don't know the difference between a country and a city and the atlases have the USSR in them
CT-11 We've no idea how to organise the two days out of school collecting data for paper 3, rivers and urban study, used to be done by someone who left
CT-11 Pupils cannot find their own county on a map and have not been outside for a field study in years
CT-11 Rivers, coasts and weather are taught by someone trained in history; secondary humanities faculty needs a geographer
CT-11 Would love help planning local enquiries, compass work, aerial photographs and map symbols
CT-12 Our RE is not meeting the new agreed syllabus and the subject lead is on maternity leave
CT-12 The locally agreed syllabus has changed and the RE lead needs help teaching worldviews
CT-12 A section 48 inspection is coming and our religious education teaching is thin on Islam and Hinduism
CT-12 The locally agreed syllabus has changed and our RE lead is on maternity leave
CT-12 Our church school inspection is coming and teaching about Islam and Hinduism is very thin, staff are nervous of saying the wrong thing
CT-12 We have not changed our religion syllabus since the old one; staff are nervous about Islam and Sikhism
CT-12 Church school inspection next year and both worship and teaching of the Bible need a look
CT-12 Year 9 say faith and ethics lessons are colouring in and opinions
CT-12 The SACRE has brought out a new syllabus and we don't know what to do with it, only 40 minutes a week on the timetable and often missed
CT-13 Uptake of French and Spanish at GCSE has collapsed and the MFL team is demoralised
CT-13 No one here speaks another language confidently yet we have to teach one in key stage two
CT-13 We have nobody who speaks French and need help to get primary languages going
CT-13 Spanish uptake at GCSE has collapsed, the MFL team would like advice on speaking and vocabulary
CT-13 We are dropping French for Spanish in Year 3 and none of us speaks it
CT-13 Hardly anyone takes a language past Year 9 and the French teacher is alone
CT-13 We teach primary Spanish from a website; no progression in grammar or sounds and no speaking
CT-13 German is dying out, can another school show how it kept its linguists
CT-13 We have a Spanish scheme on paper and it's on the website and everything, yet if I'm truthful most classes get twenty minutes of colours and numbers each year from whoever is covering PPA, and nobody on the staff speaks more than holiday Spanish
CT-13 Up take at GCSE has colapsed to 18%, students say it's too hard and they can't understand the listening, sole German teacher retires in July
CT-14 Sketchbooks look the same in every year, we need an art specialist to help with drawing and painting progression
CT-14 Art is one-off craft activities, we want children to learn to draw, paint and sculpt step by step
CT-14 Our only art teacher would like someone to look at the GCSE portfolios and sketchbooks with her
CT-14 Sketchbooks are full of copied pictures and drawing is not taught at all
CT-14 Sketch books are full of copies of Van Gogh's Sunflowers, no progression in drawing from one year to the next
CT-14 Sketchbooks are thin, every class makes the same clay pot and nobody teaches how to draw
CT-14 Our only art teacher retires and coursework portfolios for GCSE are behind
CT-14 Want to put on an exhibition and learn printmaking and collage beyond copying a famous painter
CT-14 GCSE coursework portfolios were marked down heavily by the visiting moderator and our teacher is the only one in the department
CT-15 The new food room is open but we have nobody trained to teach cooking, and textiles is also thin
CT-15 Our food room has been refurbished and the technician and teacher need help with cooking and nutrition lessons
CT-15 Design and technology is squeezed into two days a year and nobody knows how to teach mechanisms or textiles
CT-15 Our food room has been refurbished and the teacher who ran it has retired
CT-15 Lovely new teaching kitchen, nobody trained to use it
CT-15 primary, the children make a junk model moving vehicle every year and that's it. need a plan for structures, mechanisms and cooking
CT-15 The kitchen is empty because nobody is trained in hygiene for cooking with a class
CT-15 Workshop has saws and a laser cutter that staff are scared of; no risk assessments in product design
CT-15 Primary junk modelling is all we do, where are the mechanisms, structures and sewing
CT-16 We want every child to learn an instrument and sing well, but have no music specialist
CT-16 Could somebody help our choir and the whole-class ukulele lessons get off the ground
CT-16 Would like to set up whole-class instrumental teaching and a choir, we have no music specialist
CT-16 Our music lead needs help to write a music development plan and work with the hub
CT-16 Singing has died out here since lockdown and we would love a choir again
CT-16 Would like someone to help us plan for whole class ukulele or recorder and what comes after it, non specialist staff
CT-16 No pianist, singing assembly is karaoke, and instrument lessons stopped with the pandemic
CT-16 We would like a specialist to build composing and notation from Year 3 and start an orchestra or band
CT-16 Peripatetic teachers come and go and no one can tell me what progress in music looks like
CT-16 our singing teacher left and now there's nothing except a Friday assembly with YouTube, class teachers terrified of leading songs
CT-17 Our performing arts teacher has left and we need support to keep drama going at GCSE
CT-17 We want to bring back drama at key stage 3 and need a specialist to plan schemes with our English teachers
CT-17 The school play is the only theatre our pupils do, we would like acting and performance to be taught properly
CT-17 We want to put on a school production and bring acting back into lessons
CT-17 KS3 lessons are lively but the written exam component at GCSE drags the grade down, lone teacher
CT-17 we want to put on a proper show for once and use improvisation and hot seating in class as well, none of us are performers
CT-17 Our children have never been on a stage; want role play, hot seating and a production at the end of the year
CT-17 Devised performance marks at GCSE drama let us down and the studio lights are broken
CT-18 PE is delivered by coaches and teachers have lost confidence with gymnastics and swimming
CT-18 Staff lack confidence in gymnastics and dance, could a PE specialist team teach with them
CT-18 We want to use the sport premium better and need help with swimming and assessment in physical education
CT-18 Games lessons are led by coaches and our own teachers have lost the skill to teach PE
CT-18 Staff hand over sport to coaches at lunch and never teach it; gymnastics and swimming are weak
CT-18 How do others spend the sport premium so that inactive girls take part and it lasts
CT-18 We want fixtures, intra-school games, dance units and a PE plan with assessment
CT-18 Gym apparatus hasn't come out for three years because staff are frightened of it; half the lesson is spent lining up and the rest is football
CT-18 Could someone help us spend the sports grant well, too much goes on coaches who take the class while teachers do PPA, also only 51% of Y6 can swim 25 metres
CT-19 Parents are worried about relationships and sex education and our teachers find those lessons hard
CT-19 Relationships and sex education is hard to teach here, parents object and staff feel unprepared
CT-19 Our PSHE is delivered in tutor time by people who do not want to teach it, we need a scheme on consent, drugs and health
CT-19 Parents have raised worries about what we teach in sex and relationships lessons
CT-19 New statutory guidance for RSHE comes in and a group of parents are upset about what we teach in Y5 on puberty. Need help with the policy and the lessons.
CT-19 Need a scheme that covers healthy relationships and personal safety properly for pupils in a special school
CT-19 Parents have complained about what we say on relationships and puberty, staff skip the hard lessons
CT-19 Drugs, vaping and consent have come up and form tutors are making it up
CT-19 Want a spiral programme of personal, social and health lessons that fits the new statutory guidance
CT-19 Tutors deliver the lessons on contraception and drugs badly because they're embarrassed and don't have the knowledge
CT-20 Pupils know little about parliament, voting or the law, we would like to do citizenship properly
CT-20 Pupils know little of how Parliament and the law work, we would like to strengthen citizenship
CT-20 We need help teaching democracy, voting and rights to Year 8, nobody here is trained in citizenship
CT-20 Students leave us knowing nothing about parliament or how to vote
CT-20 Our pupils could not tell you what parliament or a council does and turnout at our mock vote was poor
CT-20 Looking for ideas for teaching law, rights, media and tolerance so that it is more than a display of British values
CT-20 students leave us with no idea how parliament or the courts work and we have only an occassional drop down day for it
CT-21 Our only business studies teacher is new and teaches economics A level as well
CT-21 One teacher runs A level economics and business alone and would like someone to plan with
CT-21 BTEC enterprise and GCSE business studies results are well below the rest of the school
CT-21 Uptake of economics at A level has collapsed and the results are poor
CT-21 First year of running A level econ and the teacher's own degree is in marketing, would welcome a link with a department that's done it a while
CT-21 Y10 stuck on break-even and cash-flow
CT-21 A new A level in economics starts and our teacher comes from banking
CT-21 Business GCSE classes learn definitions but cannot analyse a case study or work out profit and cash flow
CT-22 From next year we will offer two T levels and are unsure how to arrange the industry placements
CT-22 We start our first T levels in September and need to see how others run the industry placement
CT-22 Our vocational courses in construction and engineering need a review, the assignments were blocked by the verifier
CT-22 We are starting our first T level in September and need industry placements
CT-22 Starting a health T-level in September and employers are not coming forward for the 45 days
CT-22 BTEC Level 3 sport: our samples were blocked by the standards verifier and we need someone to check our assignment briefs and internal verification
CT-22 Moving from BTECs to T levels and have not a single employer for the industry placements
CT-22 Our level 2 health and construction courses have poor retention and the standards verifier blocked one
CT-23 A level outcomes are below average and year twelve retention is a concern in our small sixth form
CT-23 Our sixth form is small and retention from Year 12 to 13 is poor, we need a review of the provision
CT-23 A level outcomes are below national and the head of sixth form is new in post
CT-23 Year 12 retention is poor and sixth form teaching does not stretch them
CT-23 Small post 16 with groups of four or five, results disappointing (ALPS 7), wondering about entry requirements, study skills, private study and what we offer
CT-23 We're good up to Y11, but teaching in 12 and 13 is too much like GCSE and value added is poor across nearly all subjects
CT-23 New director of KS5 would like to visit a provider which has turned round its A levels
CT-23 Year 12 drop out after the first mock, teaching at A level is spoon-feeding and value added is negative
CT-23 Thinking of opening or closing our sixth form; small groups, low entry and study periods wasted
CT-24 With forty-two pupils in two classes we need a rolling programme that works for three year groups together
CT-24 With three classes for seven year groups we cannot make the two year cycle work in any subject
CT-24 We are a village school of forty-one children and every class has two or three year groups in it, please help with planning
CT-24 With 48 on roll we teach Years 3 to 6 together and struggle to cover everything
CT-24 47 on roll, three classes, Y3/4/5/6 all together next year. How do we plan so nobody does the Vikings twice?
CT-24 teacher has reception year 1 and year 2 all in one room and is struggling to plan maths for all of them
CT-24 As a tiny school we can't follow the published schemes as they assume a class per year, we need a rolling programme and someone that's done it
CT-24 Thirty-eight on roll, three classes, two ages in each, and every scheme assumes one year a class
CT-24 How do small village primaries plan a cycle so that no child meets the Vikings twice
`;
