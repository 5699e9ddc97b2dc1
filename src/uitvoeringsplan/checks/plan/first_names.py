"""First names that are given in the Netherlands, to know a person's name by.

Left out are those that are an ordinary word or a place as well (Roos, Merel, Storm, Beer).
"""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    aad aart abdel abdelkader abdellah abdi abdul abdullah abdullahi abel achmed ad adam adil adri
    adriaan adriana adrie agnieszka ahmed ahmet aicha aisha akosua albert alberto albertus aldo alex
    alexander alexandra alfons alfred ali alice alicia alie alina amadou amber amelie amin amina
    amira ammar ana andrea andreas andries andrzej andré angela angelique anil anita anja ank anke
    ann anna annabel anne anneke annelies anneloes annemarie annemiek annemieke annet annette annick
    annie annika anouk ans antoine antoinette anton antonio antoon arda arend ariane arie arjan
    arjen arjo armand arno arnold arnoud aron arthur asma astrid attila axel ayaan ayse aysel ayşe
    aziz barbara barend bart bas bastiaan bastian bauke bea beatrijs beatrix ben benja benjamin
    benny berend bernadette bernard bernd bert berta bertus betty bianca bilal birgit björn boaz bob
    boris bouke boukje bouwe bram brian brigitte britt bruno bryan burak can carel carla carlijn
    carlo carlos carmen carolien carolina caroline cas casper cathelijne cees celine chantal
    charlotte chiel chloe chloé chris christa christel christiaan christian christien christina
    christine christo christof cindy claire claudia clemens clement coby coen conny cor cora corine
    corinne cornelia cornelis corrie daan dagmar daisy damian dana daniel danielle daniël daniëlle
    danny daphne darren dave david dean debbie debora deborah debra declan demi denise dennis derek
    derk desiree detlef dewi diana dianne dick diederick diederik dieuwertje dimitri dineke dini
    dinie diny dirk djamila dmytro dolf dominique donald dorien dorine doris dorothea dorothé douwe
    duco dylan désirée ebru eddie eddy edgar edith edo eduard edwin eef eefje eelco egbert eibert
    elaine elias elif eline elisa elisabet elisabeth elise elizabeth ella elle ellen elly els
    elsbeth elske emanuel emiel emile emily emine emma emmy emre engelien enno enrico eric erica
    erik erika ernst erwan erwin esmee esmeralda esmée esra esther eugène eva evelien eveline evert
    evi ewout fabian fabio fadoua faisal faizel farah fatih fatiha fatima fatma fatoumata faye fedde
    feiko feite feline femke fenna fenne ferdinand ferdy ferry fieke fien filip finley finn fleur
    floor floortje floris folkert fons fouad fouke francien francine francis francisca franciscus
    franck frank frans fred freddy frederik frederike frederique freek fridtjof frits fritz froukje
    féline gabriel gabriël gail gareth gea geert geerten geertje geertruida george georges ger
    gerard gerben gerda gerdien gerlinde gerrie gerrit gerritjan gerry gert gertjan gertrude geske
    geurt gideon gijs gijsbert gilbert gilles gina gino giovanni gitta glenn godfried goedele gonda
    gonnie gonny goran greet greetje gregor greta gretha guido guus guy hailey hajo hakan halil
    hamid hamza han hanna hannah hanneke hannie hans harald harm harmen harmjan harmke harold harrie
    harry hasan hassan hatice hayat hedwig heidi heike heiko hein heleen helen helena helga hendrik
    hendrika henk henkjan hennie henny henri henriette henrike henry herbert herman hermien hessel
    hester hettie hetty hidde hielke hilal hilbert hilda hilde hiltje hinke hodan hollie hubert
    hubertus hugo huib humphrey huseyin hussein hüseyin ibrahim ibrahima ida ids ieme ignace igor
    ilias ilja ilona ilse imane imke imran imre indy ineke ines inez inge ingeborg ingrid inke ireen
    irene irma iryna isa isabeau isabel isabella isabelle ismael ismail ivan ivo iwan jaap jacco
    jace jacintha jack jaco jacob jacoba jacobus jacolien jacqueline jacques jade jamal james jamila
    jan janet janine janita janna janneke jannes jannetje jannie janny jantien jantine jantje janus
    janwillem jarl jarno jasmijn jasmine jasper jaxx jayden jaylinn jean jeanette jeannet jeannette
    jeannine jeffrey jelena jelle jelmer jelte jennifer jenny jens jeroen jerry jesse jessica jet
    jetske jikke jilles jim jip jiska jo joachim joan joanna job jochem joep joeri joey johan
    johanna johannes john joke jolanda jolande jolien jolijn jonas jonathan jonna joop joost jop
    jopie joran jordi jordy jorg jorgen jorien joris jorn jos jose josefien josephine joshua josua
    josé josée joyce jozef juan judith judy jules julia julian julie juliette julius jurgen jurre
    jurriaan justin justine jürgen kaj karel karen karim karima karin karina karl karlien karlijn
    karst katarzyna katja katrien kay kees keimpe kelly kemal ken kenneth kevin khadija khalid kian
    kim kirsten kirsty kjell klaas klara koen kofi koos kor krijn kris kristel krzysztof kwame kyan
    lambert lambertus lara lars laura lauren laurens laurent leah leander leen leendert leia leila
    lenie lennart lennert leny leo leon leonard leonie leonoor leopold letty levi lex liam lianne
    lidia lidwien lieke lieneke lies liesanne liesbeth lieselot lieuwe lieven lilian liliane lily
    lina linda linde lisa lisanne lisette livia lodewijk loeki loes lotje lotte lou loubna louis
    louise louwrens lowie lubbert luc luca lucas lucia lucie lucienne lucinda luciën lucy ludger
    ludo luit luuk lyanne lydia lynn maaike maarten maartje machiel machteld madelon magda magdalena
    mahmoud maikel maja malcolm malika mamadou manfred manon manuel marc marcel marcelo marco marcus
    margaretha margot margreet margriet maria mariam marian marianne marie marieke marielle marije
    marijke marijn marika mariken marina marinus mario marion mariska marit marita maritza mariëlle
    marja marjan marjanne marjolein marjolijn marjon mark marleen marleentje marlies marloes marlène
    marnix marten martha martien martijn martin martine martinus marvin marwan mary maryam mathias
    mathieu mathijs mats matthias matthijs matthé maud maurice maurits max maxim małgorzata mees
    mehmet meike meindert melanie melissa melle melvin menno merijn merlijn mia michael michaela
    michel michelle michiel mick mieke mien mike mila milan milco milou minke minou minze mireille
    mirella miriam mirjam mirre mirte mirthe mischa misja mitchell mo moes mohamad mohamed mohammed
    moniek monique monne mouna mounir mourad muhammed murat mustafa myra myrthe nabil nadia nadine
    nancy nanda nanno naomi naoufal nasrin natalie natascha natasja nathalie nathan nathanael
    nathascha nawal neeltje nel nele nelie nelleke nelly nettie netty nicholas nick nicky nico
    nicolaas nicolas nicole nicolette nicolien niek niels nienke niko nina noa noah noortje nora
    norah nordin noud nour nourdin noël noëlle oksana olaf oleksandr olena olga oliver olivia
    olivier omar omer onno orlando oscar oskar osman otto ouassima ousmane owen pascal pascale
    patrice patricia patrick patrik paul paula paulien pauliene paulina pauline paulus pawel paweł
    pedro peer peggy pelle pepijn perry peter petra petronella philip philippe pien pierre piet
    pieter pieternel pim piotr pleun priya quinten quintus quirine rachel rachid radjesh rafael
    rainier rajesh ralf ralph ramazan ramon ramona raoul ravi rayan raymon raymond rebecca reginald
    reinder reinhard reinier reinoud reinout rembrandt remco remko renate renee rens renske rené
    renée ria rianne ricardo richard rick riek rieke riemer rienk riet rik riky rina rini riny rita
    rob robbert robbie robert roberto robin rochelle roderick rodney roel roeland roelie roelien
    roelof roger rogier roland rolinka roman romano romario romeo romy romée ron ronald ronnie rosa
    rosalie rosanne rosemarie rosita rowan roy ruben ruby rudi rudolf rudy rutger ruth ruud ryan
    saar sabine sabrina sacha safae said salah salim salima salma salvatore sam samantha samir
    samira samuel sander sandhya sandra sanna sanne sara sarah sascha saskia saïd sebastiaan
    sebastian sefa selim selma sem sepp serdar serena serge servaas sevda shanti sharon sherida
    shirley siebe siebrand siebren siem sierd sietse sietske sigrid silke silvia simon simone sjaak
    sjaan sjef sjoerd sjors sjoukje sofia sofie sonja sophia sophie soraya souad soufiane stan stef
    stefan stefania stefanie steffie stella stephan stephanie sterre steven stijn sunil susan
    susanne suus suzan suzanne suze suzette sven svenja sybrand sybren sylvana sylvia sylvie sytse
    taco tamara tammo tanja tara tariq tessa teun teunis teuntje thanh thea theo theodoor theodora
    theodorus thera theresia thierry thijmen thijn thijs thirza thom thomas tia tiemen tijmen tijn
    tilly tim timo timon timothy tine tineke tiny titia tjaart tjalling tjeerd tjerk tjibbe tjitske
    tobias tom tomasz tommy ton tonnie tonny toon toos trees trijntje tristan trix trudi trudie
    trudy truus tugba twan tygo ulrike ursula urvin uwe vajèn valentijn valentin valerie vanessa
    veerle vera veronique vic victor viktor vince vincent violet virginia vivian viviane walter
    wanda warner wei wendelien wendy werner wes wessel wiard wibe wiebe wieger wieke wiep wies
    wiesje wietske wijnand wilbert wilbur wilco wilfred wilhelm wilhelmien wilhelmina wilhelmus
    willard willeke willem willemien willemijn willibrord willie willy wilma wilmien wilmy wim
    winston wolter wout wouter wubbo wybe wytse xander xavi yara yasemin yasin yasmin yasmina yassin
    yassine yinthe yolanda yolande youri youssef ype yulia yusra yusuf yves yvette yvon yvonne
    zainab zakaria zara zeger zehra zeynep zita zoey zoë zuzanna zwaantje ömer
    """.split()  # noqa: SIM905 - a column of a thousand quoted words reads worse
)
