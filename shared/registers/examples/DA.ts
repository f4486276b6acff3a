/** What heads might write of data and evaluation: a line each, the code and then the words. */
export const DA = `
DA-01 Help us to make sense of our results, I cannot tell from FFT and ASP what the story is
DA-01 The new data manager wants to learn how to analyse exam results question by question
DA-01 Could someone help our leaders make sense of the IDSR and the progress of different groups
DA-01 Governors are baffled by our results, please help us analyse our attainment figures
DA-01 Our middle leaders cannot make sense of the results data they are given
DA-01 FFT, IDSR, Perspective, Arbor: I'm drowning in graphs and can't work out the story our results are telling
DA-01 Results came out and we do not know which groups or topics pulled us down
DA-01 Help governors and heads of department read the national data and compare with similar pupils
DA-01 Session for govs on reading the published figures pls
DA-01 P8 fell by half a grade, which groups and which subjects? Need someone good with numbers to dig in to the last three years with us
DA-02 We would like to run staff and parent surveys that tell us something useful
DA-02 We want to survey parents, pupils and staff well and know what to do with the answers
DA-02 Our staff questionnaire had eleven replies, we need a better way to find out what people think
DA-02 We send a questionnaire to parents each year and only a handful reply
DA-02 want to run some focus groups with parents of pupils who left us mid year to find out why, best done by an outsider
DA-02 We ask parents forty questions, a tenth reply, and then nothing is done with it
DA-02 Want an anonymous way to hear what staff and pupils think and to make sense of it
DA-02 Looking to ask pupils, parents and staff what they think of school with decent questions, last time we got 19 replies
DA-02 We've run the staff questionnaire and have 300 free text comments, don't know how to make sense of them without bias
DA-03 We spend a lot on projects and never find out if they made a difference, how do we evaluate them
DA-03 We have spent a great deal on interventions and have no idea whether they work
DA-03 Help us to evaluate the effect of our reading programme with a simple before and after design
DA-03 We spend a great deal on a reading intervention and cannot say whether it works
DA-03 How can we tell whether our breakfast reading scheme works or if the kids would have got better anyway?
DA-03 We spent forty thousand on a programme and cannot say whether it worked
DA-03 Show us how to set a baseline and a fair comparison before the project starts
DA-03 Trust has put £90k into a programme in five schools and the trustees want to know if it's made a difference, can someone design a fair way of finding out
DA-03 We start lots of projects with no baseline so at the end we can't prove anything. Some help in setting success measures at the start and following them through
DA-04 Are our staffing costs out of line with similar schools, we would like to compare ourselves
DA-04 How do our staffing costs and pupil teacher ratios compare with similar schools
DA-04 We would like someone to benchmark our spending with us
DA-04 How do our staffing costs compare with those of schools like ours
DA-04 Do we spend more on staff than schools like us? Would like somebody to go through the DfE comparison tool with finance cttee
DA-04 As CFO I need to see how our pupil teacher ratio, leadership costs and energy compare with other trusts our size, and what to make of it
DA-04 Are our teacher numbers and class sizes out of line with schools like us
DA-04 Staffing takes 84 per cent of income, want our spending compared
DA-05 Heads across the town want to look together at birth rates, house building and local need
DA-05 As a group of schools we want to map what is needed across the town and where the pockets of deprivation are
DA-05 Our partnership would like to bring together attendance, SEND and housing data for the whole district
DA-05 The number of children in our part of town is falling and heads want to plan together
DA-05 Our consortium of 23 schools wants to see where need is growing across the town, birth rates, deprivation, SEND, before we decide our joint priorities
DA-05 heads in the coastal strip are sure our kids have something in common that the county averages hide, can someone pull together the local picture across schools
DA-05 Rolls in the east of the borough fall each year, which schools will have empty places
DA-05 Share figures on need, housing and births across the cluster so that we plan together
`;
