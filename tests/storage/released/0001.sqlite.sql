PRAGMA application_id = 1263031114;
BEGIN TRANSACTION;
CREATE TABLE achievement (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	node TEXT NOT NULL, 
	input TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	text TEXT, 
	record_class TEXT, 
	level TEXT, 
	event TEXT, 
	title TEXT, 
	person TEXT, 
	date TEXT, 
	document TEXT, 
	identity TEXT, 
	first TEXT, 
	amount TEXT, 
	note TEXT, 
	change INTEGER NOT NULL, 
	CONSTRAINT pk_achievement PRIMARY KEY (id), 
	CONSTRAINT ck_achievement_number CHECK (number > 0), 
	CONSTRAINT fk_achievement_cycle_id_change_change FOREIGN KEY(cycle_id, change) REFERENCES change (cycle_id, number), 
	CONSTRAINT fk_achievement_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id), 
	CONSTRAINT fk_achievement_unit_id_unit FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT uq_achievement_unit_id_node_input_number UNIQUE (unit_id, node, input, number)
)
 STRICT

;
INSERT INTO "achievement" VALUES(1,1,1,'T2','violations',1,NULL,NULL,NULL,NULL,'迟交成绩',NULL,NULL,NULL,NULL,NULL,NULL,NULL,10);
INSERT INTO "achievement" VALUES(2,1,1,'T5','awards',1,NULL,'教学奖','省级',NULL,'读写课',NULL,NULL,NULL,NULL,NULL,NULL,NULL,16);
INSERT INTO "achievement" VALUES(3,1,1,'leadership','heads',1,'88',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,22);
INSERT INTO "achievement" VALUES(4,1,1,'leadership','heads',2,'92',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,23);
INSERT INTO "achievement" VALUES(5,1,2,'T5','awards',1,NULL,'教学奖','国家级',NULL,'实验课',NULL,NULL,NULL,NULL,NULL,NULL,NULL,34);
INSERT INTO "achievement" VALUES(6,1,2,'T5','awards',2,NULL,'发明专利',NULL,NULL,'光栅',NULL,NULL,NULL,NULL,NULL,NULL,NULL,36);
INSERT INTO "achievement" VALUES(7,1,2,'leadership','heads',1,'95',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,41);
INSERT INTO "achievement" VALUES(8,1,2,'leadership','heads',2,'91',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,42);
INSERT INTO "achievement" VALUES(9,1,2,'application','meets',1,'progress',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,43);
INSERT INTO "achievement" VALUES(10,1,3,'leadership','heads',1,'90',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,56);
INSERT INTO "achievement" VALUES(11,1,4,'leadership','heads',1,'90',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,68);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE attachment (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	address TEXT, 
	name TEXT, 
	sha256 TEXT, 
	change INTEGER NOT NULL, 
	CONSTRAINT pk_attachment PRIMARY KEY (id), 
	CONSTRAINT ck_attachment_number CHECK (number > 0), 
	CONSTRAINT fk_attachment_cycle_id_change_change FOREIGN KEY(cycle_id, change) REFERENCES change (cycle_id, number), 
	CONSTRAINT fk_attachment_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id), 
	CONSTRAINT fk_attachment_sha256_content FOREIGN KEY(sha256) REFERENCES content (sha256), 
	CONSTRAINT uq_attachment_cycle_id_number UNIQUE (cycle_id, number)
)
 STRICT

;
INSERT INTO "attachment" VALUES(1,1,1,'arts/T3/rate','就业率.pdf','315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027',84);
CREATE TABLE change (
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	typed_by INTEGER NOT NULL, 
	given_by INTEGER, 
	checked_by INTEGER, 
	received_id INTEGER, 
	command TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	address TEXT NOT NULL, 
	field TEXT NOT NULL, 
	old TEXT, 
	new TEXT, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (cycle_id, number), 
	CONSTRAINT ck_change_number CHECK (number > 0), 
	CONSTRAINT fk_change_checked_by_person FOREIGN KEY(checked_by) REFERENCES person (id), 
	CONSTRAINT fk_change_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id), 
	CONSTRAINT fk_change_given_by_person FOREIGN KEY(given_by) REFERENCES person (id), 
	CONSTRAINT fk_change_received_id_received FOREIGN KEY(received_id) REFERENCES received (id), 
	CONSTRAINT fk_change_typed_by_person FOREIGN KEY(typed_by) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "change" VALUES(1,1,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/cycle/opened','',NULL,'2025 小学院年度考核','0000000000000000000000000000000000000000000000000000000000000000','c124646ebc40ddf0905729ce96cca7c910b4b4dffd996228fdadbec223b1b911');
INSERT INTO "change" VALUES(1,2,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/readings/R1','',NULL,'scale_to_top','c124646ebc40ddf0905729ce96cca7c910b4b4dffd996228fdadbec223b1b911','d071974fda12dafcd1ff428160fffea23771e713dafcc8d7396af7232d5b3c92');
INSERT INTO "change" VALUES(1,3,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/year/title','','小学院年度考核','2025年度（虚构）','d071974fda12dafcd1ff428160fffea23771e713dafcc8d7396af7232d5b3c92','b65df0144d3f794ce247cd0b1642195644ced4bdf9199053b5d88122d38c901c');
INSERT INTO "change" VALUES(1,4,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/year/made_up','',NULL,'true','b65df0144d3f794ce247cd0b1642195644ced4bdf9199053b5d88122d38c901c','f61c8c9826f436273b41146c2de1b0b9c9c5cf9e2a56bd5b82ad4ce40f294bab');
INSERT INTO "change" VALUES(1,5,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/name','',NULL,'文学院','f61c8c9826f436273b41146c2de1b0b9c9c5cf9e2a56bd5b82ad4ce40f294bab','427b10ce553d48b9b0382adc75a385d6cc46f86fa0d134938954bbf9a9e2069b');
INSERT INTO "change" VALUES(1,6,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/short','',NULL,'文院','427b10ce553d48b9b0382adc75a385d6cc46f86fa0d134938954bbf9a9e2069b','d09a89857855d1228485580e7f3ccd8bc5d673740ae0eede737a19d50ab3cb29');
INSERT INTO "change" VALUES(1,7,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/type','',NULL,'college','d09a89857855d1228485580e7f3ccd8bc5d673740ae0eede737a19d50ab3cb29','f7d1ef5d1588719bd8ec44707f00ef28010908096b44f5472e2c0eb8e2e11ccd');
INSERT INTO "change" VALUES(1,8,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/order','',NULL,'1','f7d1ef5d1588719bd8ec44707f00ef28010908096b44f5472e2c0eb8e2e11ccd','df8c6ed369664e0725e3b2d2e4882577ed352ab0efaaf053ce10ba8454338e53');
INSERT INTO "change" VALUES(1,9,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T1/mark','',NULL,'18.5','df8c6ed369664e0725e3b2d2e4882577ed352ab0efaaf053ce10ba8454338e53','bf58b7445704a14b58fcc461c4341d55f064c44f4aecc8c25d35a3acd9715830');
INSERT INTO "change" VALUES(1,10,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T2/violations#1','title',NULL,'迟交成绩','bf58b7445704a14b58fcc461c4341d55f064c44f4aecc8c25d35a3acd9715830','32ee5171fa18c32b8e50135656b457a642c7ba8d7bb794fa1873d348c82684b7');
INSERT INTO "change" VALUES(1,11,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T3/rate','',NULL,'85','32ee5171fa18c32b8e50135656b457a642c7ba8d7bb794fa1873d348c82684b7','71f5735545622a3e0b4935ebd7ebf4f7a5aff8c38909593d237bc7e05354e68b');
INSERT INTO "change" VALUES(1,12,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T4/papers','',NULL,'12','71f5735545622a3e0b4935ebd7ebf4f7a5aff8c38909593d237bc7e05354e68b','ee8f23c5f4c6daa6e87e5b4dbe17795dbd044d6bf2b86710f97a9f0319c01def');
INSERT INTO "change" VALUES(1,13,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T4/teachers','',NULL,'30','ee8f23c5f4c6daa6e87e5b4dbe17795dbd044d6bf2b86710f97a9f0319c01def','d31ed5ca9c4fc72720eb8241e5c031ac6e27461bce6b61782fb5e5bc6a25af75');
INSERT INTO "change" VALUES(1,14,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T5/awards#1','class',NULL,'教学奖','d31ed5ca9c4fc72720eb8241e5c031ac6e27461bce6b61782fb5e5bc6a25af75','c24aa7dc9960d60f999222ed42f47731399213714bba60551e452a0d5b1a1325');
INSERT INTO "change" VALUES(1,15,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T5/awards#1','level',NULL,'省级','c24aa7dc9960d60f999222ed42f47731399213714bba60551e452a0d5b1a1325','863ac44df1159d236073a3777280d6e15c17c92bf55ead6d7db2e2df0eb2c964');
INSERT INTO "change" VALUES(1,16,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T5/awards#1','title',NULL,'读写课','863ac44df1159d236073a3777280d6e15c17c92bf55ead6d7db2e2df0eb2c964','c0432a41495d11ded44e1066af2b1cee97cc2d1521947f67f7b6b8167d59b93c');
INSERT INTO "change" VALUES(1,17,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/issued%staff','',NULL,'40','c0432a41495d11ded44e1066af2b1cee97cc2d1521947f67f7b6b8167d59b93c','0a8a3963f8a519f4182ea69213723e223220e416c652e3eaf3abedc609fafe0a');
INSERT INTO "change" VALUES(1,18,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/returned%staff','',NULL,'38','0a8a3963f8a519f4182ea69213723e223220e416c652e3eaf3abedc609fafe0a','e22cd59c0090cf8d852d6947b6a50fce9d63b0bfba8dd4884a65799f725dcaf7');
INSERT INTO "change" VALUES(1,19,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/满意%staff','',NULL,'30','e22cd59c0090cf8d852d6947b6a50fce9d63b0bfba8dd4884a65799f725dcaf7','cb3486a28d3fd1862f3f8eb2928e63020f519685f0a31d352727c193c0be0259');
INSERT INTO "change" VALUES(1,20,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/一般%staff','',NULL,'6','cb3486a28d3fd1862f3f8eb2928e63020f519685f0a31d352727c193c0be0259','a5ee7ac12821e443f1ca82e010212afc1b70b08ce8f398c6ce065f6fda71d737');
INSERT INTO "change" VALUES(1,21,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/不满意%staff','',NULL,'2','a5ee7ac12821e443f1ca82e010212afc1b70b08ce8f398c6ce065f6fda71d737','887dbb463cb008a57861478f7b985386634645e3b3ae20744acbb1a51e112bf5');
INSERT INTO "change" VALUES(1,22,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/leadership/heads#1','',NULL,'88','887dbb463cb008a57861478f7b985386634645e3b3ae20744acbb1a51e112bf5','ac49206a7895635c64432908c037da1b827ae0269dbf19f4be15506c907b1f41');
INSERT INTO "change" VALUES(1,23,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/leadership/heads#2','',NULL,'92','ac49206a7895635c64432908c037da1b827ae0269dbf19f4be15506c907b1f41','99e2a3b2edb0395f86025a32fa7536b87ac16a480125365e786dc8da4c9352f2');
INSERT INTO "change" VALUES(1,24,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/unit/name','',NULL,'理学院','99e2a3b2edb0395f86025a32fa7536b87ac16a480125365e786dc8da4c9352f2','039c292ee1fa92f60a0ff1ffdb3a08b3f3301405346a6052ed506a26032dadeb');
INSERT INTO "change" VALUES(1,25,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/unit/type','',NULL,'college','039c292ee1fa92f60a0ff1ffdb3a08b3f3301405346a6052ed506a26032dadeb','9c1014915f5835ae46b2fa387c0d9100b9a7332996b9e6b89cb89fd91fe11d33');
INSERT INTO "change" VALUES(1,26,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/unit/order','',NULL,'2','9c1014915f5835ae46b2fa387c0d9100b9a7332996b9e6b89cb89fd91fe11d33','2daa702ff9ac084840c33c557b7a197fa16e8fd953447bb963144152b41013cd');
INSERT INTO "change" VALUES(1,27,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T1/mark','',NULL,'19','2daa702ff9ac084840c33c557b7a197fa16e8fd953447bb963144152b41013cd','61527de52533361508e96125d6b771892f093ff55711a5cc8f5c0a524156542c');
INSERT INTO "change" VALUES(1,28,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T2/violations','',NULL,'无','61527de52533361508e96125d6b771892f093ff55711a5cc8f5c0a524156542c','3c03dd5877e3f4c6e4ae1b80d3844f82695123ea565497a196112d7457f140a8');
INSERT INTO "change" VALUES(1,29,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T3/rate','',NULL,'92.5','3c03dd5877e3f4c6e4ae1b80d3844f82695123ea565497a196112d7457f140a8','894471068b23b42c98da838914d9c7a49d06f7354285a9296e9840930a3c5dfe');
INSERT INTO "change" VALUES(1,30,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T4/papers','',NULL,'40','894471068b23b42c98da838914d9c7a49d06f7354285a9296e9840930a3c5dfe','ef683a8e0d2557602ebab27d9bf03812a3a1c04be5bd4f0ec650cd575c3ae19a');
INSERT INTO "change" VALUES(1,31,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T4/teachers','',NULL,'40','ef683a8e0d2557602ebab27d9bf03812a3a1c04be5bd4f0ec650cd575c3ae19a','65849bd0d51ce62aa6e0672c42730fe864c3a7b59733493ae0101731814b3f1b');
INSERT INTO "change" VALUES(1,32,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#1','class',NULL,'教学奖','65849bd0d51ce62aa6e0672c42730fe864c3a7b59733493ae0101731814b3f1b','8bbf686bce66f70d48bcc1dd75be5230055a65755b929f5e1055c73d53d6f8ad');
INSERT INTO "change" VALUES(1,33,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#1','level',NULL,'国家级','8bbf686bce66f70d48bcc1dd75be5230055a65755b929f5e1055c73d53d6f8ad','055656f182b670beace7f4ae02226cdecf829fcf5ce2429c53217da0109a5b44');
INSERT INTO "change" VALUES(1,34,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#1','title',NULL,'实验课','055656f182b670beace7f4ae02226cdecf829fcf5ce2429c53217da0109a5b44','1bb6411f4d4b5da65e9f70d1356c2b037826770db9d72e4206accbb9b51846d1');
INSERT INTO "change" VALUES(1,35,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#2','class',NULL,'发明专利','1bb6411f4d4b5da65e9f70d1356c2b037826770db9d72e4206accbb9b51846d1','27334fc3a0a987fe4316aa00d3e09e11b7478e122e81362988483a6c685f056c');
INSERT INTO "change" VALUES(1,36,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#2','title',NULL,'光栅','27334fc3a0a987fe4316aa00d3e09e11b7478e122e81362988483a6c685f056c','696f638844e080baf4cb96b7cfbf3295356febc1058eef2d8a1cd06311ede59d');
INSERT INTO "change" VALUES(1,37,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/issued%staff','',NULL,'40','696f638844e080baf4cb96b7cfbf3295356febc1058eef2d8a1cd06311ede59d','9a9ef30ad62a115e25320a4d035c30dbcb2d31ef571f25c7f7a34469dd5454dc');
INSERT INTO "change" VALUES(1,38,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/returned%staff','',NULL,'40','9a9ef30ad62a115e25320a4d035c30dbcb2d31ef571f25c7f7a34469dd5454dc','3d35383afdcc6c789b127de348d5d9b47110943e9afe3682dd20d1fd1a2cc42a');
INSERT INTO "change" VALUES(1,39,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/满意%staff','',NULL,'36','3d35383afdcc6c789b127de348d5d9b47110943e9afe3682dd20d1fd1a2cc42a','24fd5b6fc44f6aa0cb55099011623607fe2e5aa0032badd272a33a73e5815412');
INSERT INTO "change" VALUES(1,40,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/一般%staff','',NULL,'4','24fd5b6fc44f6aa0cb55099011623607fe2e5aa0032badd272a33a73e5815412','71ea606d0012ee31ac0ad3b2e343cb2f5f7d45e3b1d69826ab0598a637aed045');
INSERT INTO "change" VALUES(1,41,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/leadership/heads#1','',NULL,'95','71ea606d0012ee31ac0ad3b2e343cb2f5f7d45e3b1d69826ab0598a637aed045','4e31a73329ae0f5147ed32f0e2b2b66047a954ba40f7285b511545da6dbaef1f');
INSERT INTO "change" VALUES(1,42,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/leadership/heads#2','',NULL,'91','4e31a73329ae0f5147ed32f0e2b2b66047a954ba40f7285b511545da6dbaef1f','d52d2f51d7de8eb9e1322d9904195b2a39d34a2c8478b6d68159efbd5c5dc737');
INSERT INTO "change" VALUES(1,43,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/application/meets#1','',NULL,'progress','d52d2f51d7de8eb9e1322d9904195b2a39d34a2c8478b6d68159efbd5c5dc737','c65e5506fe0cf882e753d2fba6210b43eadf42d837242543ab4369031ded3836');
INSERT INTO "change" VALUES(1,44,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/unit/name','',NULL,'光学研究所','c65e5506fe0cf882e753d2fba6210b43eadf42d837242543ab4369031ded3836','103f2cc39c1eeb008946f068c47c31d45f67143c8b3b9008bb8bb47a38a78b6a');
INSERT INTO "change" VALUES(1,45,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/unit/type','',NULL,'institute','103f2cc39c1eeb008946f068c47c31d45f67143c8b3b9008bb8bb47a38a78b6a','fe52582ac3ac4f4bfe8db2e030311f7587fb0c94b26260633757b0a727c46df8');
INSERT INTO "change" VALUES(1,46,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/unit/order','',NULL,'3','fe52582ac3ac4f4bfe8db2e030311f7587fb0c94b26260633757b0a727c46df8','8d4d8751b3ccc403a7f2b30d3f80823985ebcd1540ff4bc8c8734396e810b04b');
INSERT INTO "change" VALUES(1,47,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T1/mark','',NULL,'17','8d4d8751b3ccc403a7f2b30d3f80823985ebcd1540ff4bc8c8734396e810b04b','20f472faaf0e089fe0c5c10c2ef858d4dd62bfee18b523986ee95b5d50f39ddc');
INSERT INTO "change" VALUES(1,48,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T2/violations','',NULL,'无','20f472faaf0e089fe0c5c10c2ef858d4dd62bfee18b523986ee95b5d50f39ddc','05db0cc889bee1ff1f0c0aa3e6ccd40ee24f9b5e39bdb8c7f8c6a03ebf8a441a');
INSERT INTO "change" VALUES(1,49,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T4/papers','',NULL,'28','05db0cc889bee1ff1f0c0aa3e6ccd40ee24f9b5e39bdb8c7f8c6a03ebf8a441a','6a9dd9002d684a184fa572974b1bb4a00a89752e0c605b1c7001b6a162e6a13a');
INSERT INTO "change" VALUES(1,50,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T4/teachers','',NULL,'14','6a9dd9002d684a184fa572974b1bb4a00a89752e0c605b1c7001b6a162e6a13a','2a5c0f1b521e588f9bb1beecba67bef4ae1b8d54e0ad1f47ba960ca1a1948291');
INSERT INTO "change" VALUES(1,51,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T5/awards','',NULL,'无','2a5c0f1b521e588f9bb1beecba67bef4ae1b8d54e0ad1f47ba960ca1a1948291','f06b70b86c1bc8afe74587f180ad26238181c44e5459359e11b8d3bb147485e9');
INSERT INTO "change" VALUES(1,52,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/issued%staff','',NULL,'20','f06b70b86c1bc8afe74587f180ad26238181c44e5459359e11b8d3bb147485e9','26804a15e034d8c20f7a92e43a852d03b572df6627f2411ec304b985aee69a34');
INSERT INTO "change" VALUES(1,53,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/returned%staff','',NULL,'20','26804a15e034d8c20f7a92e43a852d03b572df6627f2411ec304b985aee69a34','9913854ebdc6e49845c7c72dd8f3721e8097746d3d711279fb0f71adae2d16a3');
INSERT INTO "change" VALUES(1,54,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/满意%staff','',NULL,'15','9913854ebdc6e49845c7c72dd8f3721e8097746d3d711279fb0f71adae2d16a3','8cccbc48859230934d2ad60b93ba43f12ebaf4cacf52b5d031883386c561a502');
INSERT INTO "change" VALUES(1,55,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/一般%staff','',NULL,'5','8cccbc48859230934d2ad60b93ba43f12ebaf4cacf52b5d031883386c561a502','08ac35ed337cb2928555364eb2431d4c0979853c1a361b3bbff5dabc1bcfe05f');
INSERT INTO "change" VALUES(1,56,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/leadership/heads#1','',NULL,'90','08ac35ed337cb2928555364eb2431d4c0979853c1a361b3bbff5dabc1bcfe05f','61b49a4429f3695b8049c6c80a78e7829b96ed7efb9737ee9dec1710434110e3');
INSERT INTO "change" VALUES(1,57,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/name','',NULL,'教务处','61b49a4429f3695b8049c6c80a78e7829b96ed7efb9737ee9dec1710434110e3','9493f2bba594283f8e93d48fb37f952f97e2f9adac59cd2ed8f8c36867b4efac');
INSERT INTO "change" VALUES(1,58,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/type','',NULL,'office','9493f2bba594283f8e93d48fb37f952f97e2f9adac59cd2ed8f8c36867b4efac','06922c7b77c0b97be6b7cfb82a326a2cf34a47cc05022c7b72130707f063ce8b');
INSERT INTO "change" VALUES(1,59,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/table','',NULL,'registry','06922c7b77c0b97be6b7cfb82a326a2cf34a47cc05022c7b72130707f063ce8b','5c056568c65f293cdec72a24d99c559e90331584c9e92dafb9ec6dccd0c2f0ad');
INSERT INTO "change" VALUES(1,60,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/order','',NULL,'1','5c056568c65f293cdec72a24d99c559e90331584c9e92dafb9ec6dccd0c2f0ad','d15c3930b236530f5eba3ec443d65842bcbc9b727815be4ad9caeecabadeaf41');
INSERT INTO "change" VALUES(1,61,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/D1/mark','',NULL,'28','d15c3930b236530f5eba3ec443d65842bcbc9b727815be4ad9caeecabadeaf41','83c08a915af127f652709274c5479e8ebf6c44a1728daf350c9d2c30fb0549e9');
INSERT INTO "change" VALUES(1,62,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/D2/mark','',NULL,'36.5','83c08a915af127f652709274c5479e8ebf6c44a1728daf350c9d2c30fb0549e9','5379a8f432c112063cd7aaa78d60675e68010b5ad4b1be03c2a2f8fc752ca455');
INSERT INTO "change" VALUES(1,63,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/D2/reason','',NULL,'排课两次返工','5379a8f432c112063cd7aaa78d60675e68010b5ad4b1be03c2a2f8fc752ca455','a5266d24ffc99f5b9c59886bea4c45c01009975ab76e9858718d9b1e62dc0d08');
INSERT INTO "change" VALUES(1,64,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/issued%staff','',NULL,'40','a5266d24ffc99f5b9c59886bea4c45c01009975ab76e9858718d9b1e62dc0d08','25d743435b4b84bec861ed203aef62b7f431a614958064c6f117fccefa2ff680');
INSERT INTO "change" VALUES(1,65,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/returned%staff','',NULL,'40','25d743435b4b84bec861ed203aef62b7f431a614958064c6f117fccefa2ff680','8ef218e0c22903d29d251f227fd923a408f67ce833cb44c7d1b0ce3b69552739');
INSERT INTO "change" VALUES(1,66,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/满意%staff','',NULL,'28','8ef218e0c22903d29d251f227fd923a408f67ce833cb44c7d1b0ce3b69552739','5bc18831acca70ee1f72b7fa0bbcdc0140dd157d6888cd7ee3e0e1d406099ad3');
INSERT INTO "change" VALUES(1,67,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/一般%staff','',NULL,'12','5bc18831acca70ee1f72b7fa0bbcdc0140dd157d6888cd7ee3e0e1d406099ad3','08b9d7e361cb91b3b62e02508ff8f7280366319b1f65b83454672e5893cd1379');
INSERT INTO "change" VALUES(1,68,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/leadership/heads#1','',NULL,'90','08b9d7e361cb91b3b62e02508ff8f7280366319b1f65b83454672e5893cd1379','4898838b5f5387ef2336716158e52c9c32b7690026bf0bcf47448d09ee989928');
INSERT INTO "change" VALUES(1,69,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','unit',NULL,'arts','4898838b5f5387ef2336716158e52c9c32b7690026bf0bcf47448d09ee989928','b6defc8bab119d3fc14889d22373c3625a111d75bc11d3b0a041c3155ab35328');
INSERT INTO "change" VALUES(1,70,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','kind',NULL,'grade','b6defc8bab119d3fc14889d22373c3625a111d75bc11d3b0a041c3155ab35328','821c0697bb33d0d33c6a8079bbcc6564189c24ef65b292015d0a37e50abe826e');
INSERT INTO "change" VALUES(1,71,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','grade',NULL,'不达标','821c0697bb33d0d33c6a8079bbcc6564189c24ef65b292015d0a37e50abe826e','391a7366b77318e5d34c0d916dd3e354a0ed6d98c1fb4467952551ecdb1ff38e');
INSERT INTO "change" VALUES(1,72,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','reason',NULL,'讨论决定','391a7366b77318e5d34c0d916dd3e354a0ed6d98c1fb4467952551ecdb1ff38e','cc1877656ab3588b90c130affea3d8db9c233c50d1e777e7f4175f37c2703564');
INSERT INTO "change" VALUES(1,73,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','by',NULL,'考核组','cc1877656ab3588b90c130affea3d8db9c233c50d1e777e7f4175f37c2703564','ab3d6f87318ea9b2f38bd16ccc2c5624b7624eee9b60c44e040ea0d069e3837e');
INSERT INTO "change" VALUES(1,74,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','at',NULL,'2026-01-10','ab3d6f87318ea9b2f38bd16ccc2c5624b7624eee9b60c44e040ea0d069e3837e','51153b640411d4dd579d20f6bfc613bcb0d99ad59253c092e779be85a066347a');
INSERT INTO "change" VALUES(1,75,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','code',NULL,'made_up','51153b640411d4dd579d20f6bfc613bcb0d99ad59253c092e779be85a066347a','be34973e379dbbf7ae594d3bc614452ae106754030a098313e90e9527fc78497');
INSERT INTO "change" VALUES(1,76,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','address',NULL,'arts/T3/rate','be34973e379dbbf7ae594d3bc614452ae106754030a098313e90e9527fc78497','00b61d432bfe7a7a840f965b3e13fe1901041aa9e37e65fa027a290ebd79e26d');
INSERT INTO "change" VALUES(1,77,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','value',NULL,'85','00b61d432bfe7a7a840f965b3e13fe1901041aa9e37e65fa027a290ebd79e26d','0b744f7901ef3e5592658fc6164d6e7bfee866c4646f08efe2bb64180f8add89');
INSERT INTO "change" VALUES(1,78,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','by',NULL,'张三','0b744f7901ef3e5592658fc6164d6e7bfee866c4646f08efe2bb64180f8add89','84f62828fe5646fa764d135f08956ef0c025e68f803611fc60765420368b101e');
INSERT INTO "change" VALUES(1,79,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','reason',NULL,'核对过','84f62828fe5646fa764d135f08956ef0c025e68f803611fc60765420368b101e','29ec0e9ee183c0fd73f083aefdcf71b04cac830f2cbc2bced151b40c8066ebe5');
INSERT INTO "change" VALUES(1,80,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/duties/T1%2025-01-01','department',NULL,'教务处','29ec0e9ee183c0fd73f083aefdcf71b04cac830f2cbc2bced151b40c8066ebe5','38900e4066c17c7d19ad37e55b6108bfb7687eb5aab002007e4915209f71447d');
INSERT INTO "change" VALUES(1,81,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/keepers/keeper@王五','',NULL,'王五','38900e4066c17c7d19ad37e55b6108bfb7687eb5aab002007e4915209f71447d','8c2ea70b3152250e27ffd68c8853e03dfac8af16c1f730f4d65be2df7afb7182');
INSERT INTO "change" VALUES(1,82,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/attachments/attachment#1','address',NULL,'arts/T3/rate','8c2ea70b3152250e27ffd68c8853e03dfac8af16c1f730f4d65be2df7afb7182','9490b380d78ff1608118731a7935b6545ad235e3bc900f91e3b8a6f5b6bba35a');
INSERT INTO "change" VALUES(1,83,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/attachments/attachment#1','name',NULL,'就业率.pdf','9490b380d78ff1608118731a7935b6545ad235e3bc900f91e3b8a6f5b6bba35a','6402610d714d7f040b4f22f0e926a8c06aadf6381502b883459be4b1844622a9');
INSERT INTO "change" VALUES(1,84,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/attachments/attachment#1','sha256',NULL,'315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027','6402610d714d7f040b4f22f0e926a8c06aadf6381502b883459be4b1844622a9','60579fa8d6c667f6c1f9058941f457b333c661ef7afacc3c96c34ef34d994281');
CREATE TABLE confirmation (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	code TEXT, 
	address TEXT, 
	value TEXT, 
	"by" TEXT, 
	reason TEXT, 
	change INTEGER NOT NULL, 
	CONSTRAINT pk_confirmation PRIMARY KEY (id), 
	CONSTRAINT ck_confirmation_number CHECK (number > 0), 
	CONSTRAINT fk_confirmation_cycle_id_change_change FOREIGN KEY(cycle_id, change) REFERENCES change (cycle_id, number), 
	CONSTRAINT fk_confirmation_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id), 
	CONSTRAINT uq_confirmation_cycle_id_number UNIQUE (cycle_id, number)
)
 STRICT

;
INSERT INTO "confirmation" VALUES(1,1,1,'made_up','arts/T3/rate','85','张三','核对过',79);
CREATE TABLE content (
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_content PRIMARY KEY (sha256), 
	CONSTRAINT ck_content_size CHECK (size >= 0)
)
 STRICT

;
INSERT INTO "content" VALUES('315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027',4,X'25504446');
CREATE TABLE cycle (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	title TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	scheme TEXT NOT NULL, 
	scheme_title TEXT NOT NULL, 
	scheme_sha256 TEXT NOT NULL, 
	program TEXT NOT NULL, 
	opened_at TEXT NOT NULL, 
	previous_id INTEGER, 
	changes INTEGER NOT NULL, 
	head TEXT NOT NULL, 
	CONSTRAINT pk_cycle PRIMARY KEY (id), 
	CONSTRAINT ck_cycle_code CHECK (code <> ''), 
	CONSTRAINT ck_cycle_stage CHECK (stage IN ('year', 'half_year')), 
	CONSTRAINT fk_cycle_previous_id_cycle FOREIGN KEY(previous_id) REFERENCES cycle (id), 
	CONSTRAINT uq_cycle_code UNIQUE (code)
)
 STRICT

;
INSERT INTO "cycle" VALUES(1,'2025','2025年度（虚构）','year','small','小学院年度考核','605a3da972154bef951b3a642ecf3878179e818f4574ab3792ed0c9833b84bd0','0.1.0','2026-11-27T08:30:00Z',NULL,84,'60579fa8d6c667f6c1f9058941f457b333c661ef7afacc3c96c34ef34d994281');
CREATE TABLE decision (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	unit TEXT, 
	kind TEXT, 
	bar TEXT, 
	grade TEXT, 
	award TEXT, 
	reason TEXT, 
	"by" TEXT, 
	at TEXT, 
	change INTEGER NOT NULL, 
	CONSTRAINT pk_decision PRIMARY KEY (id), 
	CONSTRAINT ck_decision_number CHECK (number > 0), 
	CONSTRAINT fk_decision_cycle_id_change_change FOREIGN KEY(cycle_id, change) REFERENCES change (cycle_id, number), 
	CONSTRAINT fk_decision_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id), 
	CONSTRAINT uq_decision_cycle_id_number UNIQUE (cycle_id, number)
)
 STRICT

;
INSERT INTO "decision" VALUES(1,1,1,'arts','grade',NULL,'不达标',NULL,'讨论决定','考核组','2026-01-10',74);
CREATE TABLE duty (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	item TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	department TEXT, 
	assessors TEXT, 
	due TEXT, 
	reason TEXT, 
	change INTEGER NOT NULL, 
	CONSTRAINT pk_duty PRIMARY KEY (id), 
	CONSTRAINT ck_duty_item CHECK (item <> ''), 
	CONSTRAINT ck_duty_valid_from CHECK (valid_from <> ''), 
	CONSTRAINT fk_duty_cycle_id_change_change FOREIGN KEY(cycle_id, change) REFERENCES change (cycle_id, number), 
	CONSTRAINT fk_duty_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id), 
	CONSTRAINT uq_duty_cycle_id_item_valid_from UNIQUE (cycle_id, item, valid_from)
)
 STRICT

;
INSERT INTO "duty" VALUES(1,1,'T1','2025-01-01','教务处',NULL,NULL,NULL,80);
CREATE TABLE entry (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	node TEXT NOT NULL, 
	input TEXT NOT NULL, 
	assessor TEXT NOT NULL, 
	"group" TEXT NOT NULL, 
	record INTEGER NOT NULL, 
	field TEXT NOT NULL, 
	text TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	change INTEGER NOT NULL, 
	CONSTRAINT pk_entry PRIMARY KEY (id), 
	CONSTRAINT ck_entry_kind CHECK (kind IN ('value', 'nothing', 'waived', 'unconfirmed')), 
	CONSTRAINT fk_entry_cycle_id_change_change FOREIGN KEY(cycle_id, change) REFERENCES change (cycle_id, number), 
	CONSTRAINT fk_entry_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id), 
	CONSTRAINT fk_entry_unit_id_unit FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT uq_entry_address UNIQUE (unit_id, node, input, assessor, "group", record, field)
)
 STRICT

;
INSERT INTO "entry" VALUES(1,1,1,'T1','mark','','',0,'','18.5','value',9);
INSERT INTO "entry" VALUES(2,1,1,'T3','rate','','',0,'','85','value',11);
INSERT INTO "entry" VALUES(3,1,1,'T4','papers','','',0,'','12','value',12);
INSERT INTO "entry" VALUES(4,1,1,'T4','teachers','','',0,'','30','value',13);
INSERT INTO "entry" VALUES(5,1,1,'votes','issued','','staff',0,'','40','value',17);
INSERT INTO "entry" VALUES(6,1,1,'votes','returned','','staff',0,'','38','value',18);
INSERT INTO "entry" VALUES(7,1,1,'votes','满意','','staff',0,'','30','value',19);
INSERT INTO "entry" VALUES(8,1,1,'votes','一般','','staff',0,'','6','value',20);
INSERT INTO "entry" VALUES(9,1,1,'votes','不满意','','staff',0,'','2','value',21);
INSERT INTO "entry" VALUES(10,1,2,'T1','mark','','',0,'','19','value',27);
INSERT INTO "entry" VALUES(11,1,2,'T2','violations','','',0,'','无','nothing',28);
INSERT INTO "entry" VALUES(12,1,2,'T3','rate','','',0,'','92.5','value',29);
INSERT INTO "entry" VALUES(13,1,2,'T4','papers','','',0,'','40','value',30);
INSERT INTO "entry" VALUES(14,1,2,'T4','teachers','','',0,'','40','value',31);
INSERT INTO "entry" VALUES(15,1,2,'votes','issued','','staff',0,'','40','value',37);
INSERT INTO "entry" VALUES(16,1,2,'votes','returned','','staff',0,'','40','value',38);
INSERT INTO "entry" VALUES(17,1,2,'votes','满意','','staff',0,'','36','value',39);
INSERT INTO "entry" VALUES(18,1,2,'votes','一般','','staff',0,'','4','value',40);
INSERT INTO "entry" VALUES(19,1,3,'T1','mark','','',0,'','17','value',47);
INSERT INTO "entry" VALUES(20,1,3,'T2','violations','','',0,'','无','nothing',48);
INSERT INTO "entry" VALUES(21,1,3,'T4','papers','','',0,'','28','value',49);
INSERT INTO "entry" VALUES(22,1,3,'T4','teachers','','',0,'','14','value',50);
INSERT INTO "entry" VALUES(23,1,3,'T5','awards','','',0,'','无','nothing',51);
INSERT INTO "entry" VALUES(24,1,3,'votes','issued','','staff',0,'','20','value',52);
INSERT INTO "entry" VALUES(25,1,3,'votes','returned','','staff',0,'','20','value',53);
INSERT INTO "entry" VALUES(26,1,3,'votes','满意','','staff',0,'','15','value',54);
INSERT INTO "entry" VALUES(27,1,3,'votes','一般','','staff',0,'','5','value',55);
INSERT INTO "entry" VALUES(28,1,4,'D1','mark','','',0,'','28','value',61);
INSERT INTO "entry" VALUES(29,1,4,'D2','mark','','',0,'','36.5','value',62);
INSERT INTO "entry" VALUES(30,1,4,'D2','reason','','',0,'','排课两次返工','value',63);
INSERT INTO "entry" VALUES(31,1,4,'votes','issued','','staff',0,'','40','value',64);
INSERT INTO "entry" VALUES(32,1,4,'votes','returned','','staff',0,'','40','value',65);
INSERT INTO "entry" VALUES(33,1,4,'votes','满意','','staff',0,'','28','value',66);
INSERT INTO "entry" VALUES(34,1,4,'votes','一般','','staff',0,'','12','value',67);
CREATE TABLE keeper (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	change INTEGER NOT NULL, 
	CONSTRAINT pk_keeper PRIMARY KEY (id), 
	CONSTRAINT fk_keeper_cycle_id_change_change FOREIGN KEY(cycle_id, change) REFERENCES change (cycle_id, number), 
	CONSTRAINT fk_keeper_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id), 
	CONSTRAINT fk_keeper_person_id_person FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_keeper_cycle_id_person_id UNIQUE (cycle_id, person_id)
)
 STRICT

;
INSERT INTO "keeper" VALUES(1,1,3,81);
CREATE TABLE person (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT ck_person_named CHECK (name <> ''), 
	CONSTRAINT uq_person_name UNIQUE (name)
)
 STRICT

;
INSERT INTO "person" VALUES(1,'张三');
INSERT INTO "person" VALUES(2,'李四');
INSERT INTO "person" VALUES(3,'王五');
CREATE TABLE reading_choice (
	cycle_id INTEGER NOT NULL, 
	reading TEXT NOT NULL, 
	choice TEXT NOT NULL, 
	CONSTRAINT pk_reading_choice PRIMARY KEY (cycle_id, reading), 
	CONSTRAINT fk_reading_choice_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id)
)
 STRICT

;
INSERT INTO "reading_choice" VALUES(1,'R1','scale_to_top');
CREATE TABLE received (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	department TEXT NOT NULL, 
	received_on TEXT NOT NULL, 
	number TEXT NOT NULL, 
	signed INTEGER NOT NULL, 
	sealed INTEGER NOT NULL, 
	CONSTRAINT pk_received PRIMARY KEY (id), 
	CONSTRAINT ck_received_sealed CHECK (sealed IN (0, 1)), 
	CONSTRAINT ck_received_signed CHECK (signed IN (0, 1)), 
	CONSTRAINT fk_received_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id)
)
 STRICT

;
INSERT INTO "received" VALUES(1,1,'','','教务处','2026-11-20','教〔2026〕3号',1,0);
INSERT INTO "received" VALUES(2,1,'year.yaml','b88568dfff5a16833973ad3f42e2061c74ff271441c61c9e747d1efe6ee3c79b','教务处','2026-11-20','教〔2026〕3号',1,0);
CREATE TABLE scheme_text (
	cycle_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	text TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT pk_scheme_text PRIMARY KEY (cycle_id, position), 
	CONSTRAINT fk_scheme_text_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id), 
	CONSTRAINT uq_scheme_text_cycle_id_name UNIQUE (cycle_id, name)
)
 STRICT

;
INSERT INTO "scheme_text" VALUES(1,1,'small/scheme.yaml','# A made-up scheme, small enough that every figure can be checked by hand.
id: small
title: 小学院年度考核
source: {document: 小学院年度考核办法, issuer: 小学院, effective: 2025-01-01}
period: {from: 2025-01-01, to: 2025-12-31}
rounding: {digits: 2, at: leaf}
mark_step: 0.5
counting: {first_author_only: true, once: highest, per_event: false}
lists:
  teaching: {label: 院系}
  service: {label: 机关}
unit_types:
  college: {label: 学院, list: teaching}
  institute: {label: 研究所, list: teaching}
  office: {label: 处室, list: service}
populations:
  teachers: {label: 全部院系, types: [college, institute]}
parts:
  votes:
    label: 群众评议
    clause: 第三条
    full: {teaching: 20, service: 20}
    ballots:
      levels: {满意: 100, 一般: 60, 不满意: 0}
      divide_by: 100
      groups: {staff: {label: 教职工, weight: 1}}
  targets:
    label: 目标任务
    clause: 第四条
    full: {teaching: 70, service: 70}
    indicators: {partial: convert, basis: derived}
  leadership:
    label: 领导评价
    clause: 第五条
    full: {teaching: 10, service: 10}
    panel:
      instrument: percent
      groups: {heads: {label: 校领导, points: 10}}
targets:
  - list: teaching
    indicators:
      - id: work
        label: 工作任务
        clause: 附表一
        max: 70
        indicators:
          - {id: T1, label: 教学质量, clause: 附表一1, max: 20, rule: {judged: {}}}
          - id: T2
            label: 违规扣分
            clause: 附表一2
            max: 10
            inputs: {violations: {label: 违规事件, events: {unit: 起}}}
            rule: {deduction: {start: full, floor: 0, each: [{events: violations, points: 2}]}}
          - id: T3
            label: 就业率
            clause: 附表一3
            max: 10
            except: [institute]
            inputs: {rate: {label: 就业率, unit: "%", at_most: 100}}
            rule: {bands: {value: rate, bands: [{at_least: 90, points: 10}, {at_least: 80, points: 5}]}}
          - id: T4
            label: 生均成果
            clause: 附表一4
            max: 10
            inputs:
              papers: {label: 论文数, unit: 篇, whole: true}
              teachers: {label: 教师数, unit: 人, above: 0}
            rule:
              relative:
                value: papers / teachers
                better: higher
                reference: pooled
                population: teachers
                bands: [{at_least: 1, points: 10}, {at_least: 0.5, points: 5}]
          - id: T5
            label: 获奖
            clause: 附表一5
            max: 20
            readings: [R1]
            inputs:
              awards:
                label: 获奖
                records: {classes: {教学奖: {levels: {国家级: 15, 省级: 8}}, 发明专利: {weight: 3}}}
            rule: {catalogue: {of: awards, limit: cap, cap: 20, population: teachers}}
  - table: registry
    label: 教务处考核表
    clause: 附表二
    indicators:
      - {id: D1, label: 工作作风, clause: 附表二1, max: 30, rule: {judged: {}}}
      - {id: D2, label: 工作质量, clause: 附表二2, max: 40, rule: {judged: {}}}
selection:
  labels: {excellent: 先进, qualified: 达标, failed: 不达标}
  clause: 第六条
  quota: {teaching: 1, service: 1}
  filling: at_most
  conditions: {progress: {label: 有明显进步, clause: 第六条1}}
  bars: {accident: {label: 发生责任事故, clause: 第七条1}}
  failing: {by: decision}
readings:
  R1:
    clause: 附表一5
    question: 获奖合计超过20分时怎么办？
    default: cap
    choices:
      cap: {label: 最高20分}
      scale_to_top:
        label: 最高的单位得20分，其他按比例
        overlay: [{at: [T5, rule, catalogue, limit], put: scale_to_top}]
','c495ce375d8721a97ceae717463f6b5d4196656e9c5a8d1a7243db3172c32712');
CREATE TABLE setting (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (name)
)
 STRICT

;
INSERT INTO "setting" VALUES('second_place','E:/备份');
CREATE TABLE unit (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT, 
	short TEXT, 
	type TEXT, 
	"table" TEXT, 
	"order" TEXT, 
	head TEXT, 
	contact TEXT, 
	takes_part TEXT, 
	absent TEXT, 
	change INTEGER NOT NULL, 
	CONSTRAINT pk_unit PRIMARY KEY (id), 
	CONSTRAINT ck_unit_code CHECK (code <> ''), 
	CONSTRAINT fk_unit_cycle_id_change_change FOREIGN KEY(cycle_id, change) REFERENCES change (cycle_id, number), 
	CONSTRAINT fk_unit_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id), 
	CONSTRAINT uq_unit_cycle_id_code UNIQUE (cycle_id, code)
)
 STRICT

;
INSERT INTO "unit" VALUES(1,1,'arts','文学院','文院','college',NULL,'1',NULL,NULL,NULL,NULL,8);
INSERT INTO "unit" VALUES(2,1,'science','理学院',NULL,'college',NULL,'2',NULL,NULL,NULL,NULL,26);
INSERT INTO "unit" VALUES(3,1,'lab','光学研究所',NULL,'institute',NULL,'3',NULL,NULL,NULL,NULL,46);
INSERT INTO "unit" VALUES(4,1,'registry','教务处',NULL,'office','registry','1',NULL,NULL,NULL,NULL,60);
CREATE TABLE year_entry (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	node TEXT NOT NULL, 
	input TEXT NOT NULL, 
	assessor TEXT NOT NULL, 
	"group" TEXT NOT NULL, 
	record INTEGER NOT NULL, 
	field TEXT NOT NULL, 
	text TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	change INTEGER NOT NULL, 
	CONSTRAINT pk_year_entry PRIMARY KEY (id), 
	CONSTRAINT ck_year_entry_kind CHECK (kind IN ('value', 'nothing', 'waived', 'unconfirmed')), 
	CONSTRAINT fk_year_entry_cycle_id_change_change FOREIGN KEY(cycle_id, change) REFERENCES change (cycle_id, number), 
	CONSTRAINT fk_year_entry_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id), 
	CONSTRAINT uq_year_entry_address UNIQUE (cycle_id, node, input, assessor, "group", record, field)
)
 STRICT

;
INSERT INTO "year_entry" VALUES(1,1,'year','made_up','','',0,'','true','value',4);
CREATE INDEX ix_received_cycle_id ON received (cycle_id);
CREATE INDEX ix_change_address ON change (cycle_id, address, field);
CREATE INDEX ix_achievement_cycle_id ON achievement (cycle_id);
CREATE INDEX ix_entry_cycle_id ON entry (cycle_id);
CREATE TRIGGER change_no_update BEFORE UPDATE ON change  BEGIN SELECT RAISE(ABORT, 'changes are only ever added'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change  BEGIN SELECT RAISE(ABORT, 'changes are only ever added'); END;
CREATE TRIGGER change_no_replace BEFORE INSERT ON change WHEN EXISTS (SELECT 1 FROM change WHERE cycle_id = NEW.cycle_id AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'changes are only ever added'); END;
COMMIT;
