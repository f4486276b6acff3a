/** What heads might write of business and support: a line each, the code and then the words. */
export const BS = `
BS-DP1 A parent has sent a subject access request and we are unsure what GDPR allows us to withhold
BS-DP1 A parent has sent us a subject access request for all emails on her son
BS-DP1 We had a data breach when a register was emailed to the wrong family and our GDPR paperwork is thin
BS-DP1 We have had three subject access requests and do not know what we must release
BS-DP1 How long should we be keeping old pupil files, the loft is full of them back to the seventies
BS-DP1 A parent has asked for every email that mentions her son since Year 3, solicitor's letter attached
BS-DP1 Teacher left a memory stick with pupils detials on a train. What have we to do and by when?
BS-ES1 Our site manager retired and nobody knows when the legionella and asbestos checks are due
BS-ES1 Our caretaker left and nobody knows which statutory checks are due, such as legionella and asbestos
BS-ES1 We are a Victorian building with a new site manager who needs a compliance calendar for the premises
BS-ES1 Our caretaker has left and nobody knows which statutory checks are due
BS-ES1 Our caretaker of 30 years has retired and with him went all knowledge of what gets tested when, water, asbestos, lifts, the lot
BS-ES1 Taking on responsibility for our buildings from the LA on conversion, what compliance records should we be asking for
BS-ES1 Heating packs up weekly and the log books have gaps, want a person to look at how our site team manages maintenance and checks (and advise on a bid for a new boiler if there's time)
BS-ES2 Risk assessments and fire drills are out of date, could someone look at health and safety with us
BS-ES2 Our risk assessments and accident reporting need looking at, we have no competent person for health and safety
BS-ES2 The fire drill went badly and the health and safety policy is years out of date
BS-ES2 We had a fire drill that went badly and our risk assessments are out of date
BS-ES2 fire drill took 11 mins, who can come and check us over
BS-ES2 Had a near miss with a minibus and a child who fell from the trim trail, I want someone to look at how we do our risk assessments and record accidents
BS-ES2 New educational visits coordinator wants a steer on approving an overnight trip with climbing and canoeing
BS-ES3 The roof leaks and we would like to bid to the condition improvement fund for it
BS-ES3 The roof leaks and we need help to write a bid to the condition improvement fund
BS-ES3 We need to expand by a form of entry and have never managed a building project
BS-ES3 We need to write a bid for a new roof
BS-ES3 Flat roof over the science block leaks on to the electrics, surveyor says £600k, how do you put in a decent bid
BS-ES3 windows are rotten and single glazed, would like to plan the next five years of big works with our DFC money and any grants
BS-ES3 The council is expanding us from 1FE to 2FE and no one here has ever worked with architects, contractors etc. Want to talk to a school that's been through it
BS-FIN1 Our business manager is new and must set the budget and a three-year forecast by May
BS-FIN1 Help needed with budget monitoring and cash flow, first time we manage our own bank account
BS-FIN1 Our new business manager has never built a three year budget forecast
BS-FIN1 Falling rolls mean our income drops, help us to plan the budget for the next few years
BS-FIN1 Our business manager is new and has to set the budget for three years
BS-FIN1 New SBM never set a school budget before and the three year return goes to the LA in May
BS-FIN1 Not sure if our staffing cost assumptions for the next few years are right, pay awards, pensions, NI etc, want them sense checked before going to trustees
BS-FIN1 The governors get a spreadsheet each month that no one understands, could someone help with clear budget reports and forecasts
BS-FIN2 We are heading for a deficit of ninety thousand and numbers on roll keep falling, we need a recovery plan
BS-FIN2 We are forecasting a deficit of ninety thousand and the local authority wants a recovery plan
BS-FIN2 We want to use curriculum-led financial planning to see if our staffing is affordable
BS-FIN2 We are heading for a deficit and must find savings of two teachers
BS-FIN2 We're forecast to be £214k in the red by year 3 and the LA wants a plan from us on how to get out
BS-FIN2 Want help working out contact ratios, average class size and if the timetable is affordable, reserves nearly gone
BS-FIN2 numbers in reception have dropped from 60 to 38 since the new free school opened so moeny is falling off a cliff and we may have to mix classes. how many classes can we afford to run, and how do we attract more families?
BS-FIN3 The auditors found weak controls over purchasing cards and our SFVS is overdue
BS-FIN3 The internal auditor found weaknesses in how we approve purchases and separate duties
BS-FIN3 Our first academy accounts are to be audited and we need to get financial controls in order
BS-FIN3 Auditors found weak controls over our purchasing card
BS-FIN3 The LA's auditors gave us limited assurance - orders raised after the invoice, no segregation of duties, credit card receipts missing
BS-FIN3 Need a person to complete our programme of internal scrutiny visits as a small trust, last provider has folded
BS-FIN3 SFVS due end of March, no evidence for half of it
BS-HR1 I have a grievance and a long-term sickness case at once and little HR experience
BS-HR1 We have a long running grievance and two absence cases and no human resources advice worth the name
BS-HR1 A member of staff is under investigation for misconduct and I have never run a disciplinary
BS-HR1 We have a grievance and a disciplinary running and no HR officer
BS-HR1 TA off sick for 7 months with no return in sight, how many meetings do I have to have and what do I say
BS-HR1 Allegation about something a teacher posted on Instagram, union involved, need a neutral investigating officer from another school
BS-HR1 A member of staff has put in a bullying complaint about another, they've both got friends on the staff and it's a small place so everyone has taken sides, and I've no idea of the procedure, nor who should investigate
BS-HR2 We must lose three posts next year and have never run a redundancy consultation
BS-HR2 We need to lose three posts and must consult the unions on redundancies
BS-HR2 The office and site teams need restructuring after the merger, with TUPE of some staff
BS-HR2 We may have to make support staff redundant
BS-HR2 We're going to have to lose five TA posts by September and I want to do it properly and kindly, consultation, selection criteria, letters
BS-HR2 Looking to reorganise the admin team across two sites, some jobs will change grade, others go
BS-HR3 Payroll has paid people wrongly four months running and pension returns are late
BS-HR3 Errors in pay every month, and the teachers' pension returns are late
BS-HR3 We are changing payroll provider and the finance officer wants someone who has done it
BS-HR3 Our payroll provider keeps getting pension contributions wrong
BS-HR3 Pay wrong three months running since we changed bureau
BS-HR3 End of year certificate for TPS keeps being rejected and I've inherited years of wrong part time service records
BS-IT1 Our servers are ancient, the wifi drops out and the governors worry about a cyber attack
BS-IT1 After a phishing email got through we want someone to look at our network security
BS-IT1 The wifi drops out, the servers are nine years old and we have had a ransomware scare
BS-IT1 Our technician has gone and we need to plan moving to the cloud with proper backups
BS-IT1 We were hit by ransomware in June and the servers are ten years old
BS-IT1 Somebody clicked a link and all our files were locked on Sunday night. Even if we get them back I never want that again
BS-IT1 Technican says that the servers are 11 years old and we should move it all to the cloud, quotes are from 9k to 50k and I can't judge them
BS-IT1 Wi fi falls over evrytime two classes log on at once
BS-IT2 We are moving from SIMS to Arbor and the census return is due in the same month
BS-IT2 We are moving from SIMS to Arbor at Easter and are afraid of losing data
BS-IT2 Our census returns are full of errors and the data officer does not know how to run reports from the management information system
BS-IT2 We are moving from SIMS to Arbor at Easter
BS-IT2 We're moving from SIMS to something else in the summer, would like a school that's done it to tell us what to watch for
BS-IT2 Office manager has left three days before census and there are 118 errors on the file
BS-MK1 Applications for reception places are down, our website is dated and open days are poorly attended
BS-MK1 We have sixty places and twenty-three first choices, we need to market the school
BS-MK1 Our website is not compliant and looks dated, and open day numbers are down
BS-MK1 Our numbers are falling and the website does us no favours
BS-MK1 Need to change our oversubscription criteria and PAN for 2027, when do we have to consult and who with
BS-MK1 We have room for 30 more children and everyone drives past us to the one down the road, how do we sell ourselves
BS-MK1 website missing things the DfE says should be there
BS-OP1 We have no risk register or business continuity plan and policies are filed all over the place
BS-OP1 We have no business continuity plan and had to close for two days when the boiler failed
BS-OP1 The risk register is never looked at and the trust's governance paperwork and policies are in a muddle
BS-OP1 We have no plan for what to do if the site had to close
BS-OP1 We were without power and phones for two days and it turned out our plan for that sort of thing was a blank template
BS-OP1 School office is still running on paper slips, policies are overdue and no one has looked at the risk register since it was made
BS-PR1 Several big contracts end next summer, we need help to tender for photocopiers and energy
BS-PR1 Our photocopier lease is extortionate, we need help with tendering and supplier contracts
BS-PR1 The energy and stationery deals are due for renewal, how do we buy well and within procurement law
BS-PR1 All our contracts renew in March and we have never tendered
BS-PR1 Photocopier contract is up and the salesman wants a signature by Friday for five years, is it a good deal? Plus a few others due to run out
BS-PR1 We need to go out to tender for grounds and supply staff agencies and don't know which thresholds or frameworks apply
BS-PR2 The kitchen is losing money and uptake of school lunches is down, also the cleaners are unreliable
BS-PR2 The school kitchen loses money and few children take the hot dinners
BS-PR2 Our cleaners are outsourced and standards are poor, should we bring them in house
BS-PR2 The quality of school meals is poor and the caterers want to leave
BS-PR2 Take up of dinners has dropped to 40%, food comes lukewarm from another school's kitchen and we're subsidising it by 20k a year
BS-PR2 Toilets and classrooms are filthy, the contractor sends one person for two hours. Should we bring it back in house?
`;
