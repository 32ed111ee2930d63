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
INSERT INTO "change" VALUES(1,1,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/cycle/opened','',NULL,'2025 小学院年度考核','fb802f652c94aef91a98a1d65cc5f2155327a2d1f6c329d49263db528c408614','164131b743ba8edb9df894dc17857723c02b8e9f243e6a98b31b88924705f805');
INSERT INTO "change" VALUES(1,2,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/readings/R1','',NULL,'scale_to_top','164131b743ba8edb9df894dc17857723c02b8e9f243e6a98b31b88924705f805','e5e8468d94deb94bc5b472acdeab882c54bca1c184b53631264132ffefb94a7c');
INSERT INTO "change" VALUES(1,3,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/year/title','','小学院年度考核','2025年度（虚构）','e5e8468d94deb94bc5b472acdeab882c54bca1c184b53631264132ffefb94a7c','ffa943f5a66440dd60860a714d623fe58f394e18773dee9e49ddba0ba5421805');
INSERT INTO "change" VALUES(1,4,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/year/made_up','',NULL,'true','ffa943f5a66440dd60860a714d623fe58f394e18773dee9e49ddba0ba5421805','c0d2166930c8ff37af4d59d4cc9b15cd29cf922bced71a96fc52faf8f4becad1');
INSERT INTO "change" VALUES(1,5,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/name','',NULL,'文学院','c0d2166930c8ff37af4d59d4cc9b15cd29cf922bced71a96fc52faf8f4becad1','1c86b8edabd48b12d2a7c85979946b5ff28bc2988c9c5a9e55f2c4decb2783cd');
INSERT INTO "change" VALUES(1,6,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/short','',NULL,'文院','1c86b8edabd48b12d2a7c85979946b5ff28bc2988c9c5a9e55f2c4decb2783cd','5bc486e6430602ad7f6ed59c36769d8961654dd1bb9dccfd608f5d406fda2b6c');
INSERT INTO "change" VALUES(1,7,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/type','',NULL,'college','5bc486e6430602ad7f6ed59c36769d8961654dd1bb9dccfd608f5d406fda2b6c','d1bf63ecea7926013faa2e350d22ba607bcfd5e36ba0cce18b7a56bd82411ba1');
INSERT INTO "change" VALUES(1,8,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/order','',NULL,'1','d1bf63ecea7926013faa2e350d22ba607bcfd5e36ba0cce18b7a56bd82411ba1','cb786036eb1fdfd5ba0776306a35bd7a475492f0213100a7305c5cfac22b442f');
INSERT INTO "change" VALUES(1,9,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T1/mark','',NULL,'18.5','cb786036eb1fdfd5ba0776306a35bd7a475492f0213100a7305c5cfac22b442f','05028bc9ec347f5ff5006a5521bd84be29bb0387bca5866c5f70ce728d8f8dd4');
INSERT INTO "change" VALUES(1,10,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T2/violations#1','title',NULL,'迟交成绩','05028bc9ec347f5ff5006a5521bd84be29bb0387bca5866c5f70ce728d8f8dd4','b92549ddda2ee6523d06813e63ffad1c5a3fe9677cb9ccc8f19912e66e3b9891');
INSERT INTO "change" VALUES(1,11,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T3/rate','',NULL,'85','b92549ddda2ee6523d06813e63ffad1c5a3fe9677cb9ccc8f19912e66e3b9891','c91f919da01069dfc12673e406ef2a019fbc3b9d689c610795242c5b8afe946b');
INSERT INTO "change" VALUES(1,12,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T4/papers','',NULL,'12','c91f919da01069dfc12673e406ef2a019fbc3b9d689c610795242c5b8afe946b','14c81175dc7e9236e76d8b2bd12865bec5be4ee55292e7d481de44ac1cc74406');
INSERT INTO "change" VALUES(1,13,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T4/teachers','',NULL,'30','14c81175dc7e9236e76d8b2bd12865bec5be4ee55292e7d481de44ac1cc74406','c2926eb03967187125cc1e823cf3a27cf3db1c80bcd1c6bb90bc53403f36960e');
INSERT INTO "change" VALUES(1,14,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T5/awards#1','class',NULL,'教学奖','c2926eb03967187125cc1e823cf3a27cf3db1c80bcd1c6bb90bc53403f36960e','7ac48c283f567f9675c6d1f0c0d928a3316ed8fdf08c5b0fb0e58ffae70b1eeb');
INSERT INTO "change" VALUES(1,15,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T5/awards#1','level',NULL,'省级','7ac48c283f567f9675c6d1f0c0d928a3316ed8fdf08c5b0fb0e58ffae70b1eeb','ad95b8950deae2ff5c86127eebfa9afc912efa7cf8563f16eb7854ba875126f2');
INSERT INTO "change" VALUES(1,16,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T5/awards#1','title',NULL,'读写课','ad95b8950deae2ff5c86127eebfa9afc912efa7cf8563f16eb7854ba875126f2','419d601c1e848aa60b324576d28c59d6dc9791fcb26a5880b8352e56fed0a858');
INSERT INTO "change" VALUES(1,17,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/issued%staff','',NULL,'40','419d601c1e848aa60b324576d28c59d6dc9791fcb26a5880b8352e56fed0a858','deb3b4b15520bdc5eae549aadc0277cfeebb7fd226ecf069e957ce0c2023bfbb');
INSERT INTO "change" VALUES(1,18,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/returned%staff','',NULL,'38','deb3b4b15520bdc5eae549aadc0277cfeebb7fd226ecf069e957ce0c2023bfbb','54a841908a3a4098c31f0d3a5447f3afe1923b266c7bc7918a42b5e445caa0fd');
INSERT INTO "change" VALUES(1,19,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/满意%staff','',NULL,'30','54a841908a3a4098c31f0d3a5447f3afe1923b266c7bc7918a42b5e445caa0fd','f0e1847f59736d78202a91b03425d68e63f072f7057f528e7374dc1bc740413e');
INSERT INTO "change" VALUES(1,20,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/一般%staff','',NULL,'6','f0e1847f59736d78202a91b03425d68e63f072f7057f528e7374dc1bc740413e','5b0156b7a5caadf3607b44e7af828e5b233b77278be6f2f7423472abb4436d69');
INSERT INTO "change" VALUES(1,21,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/不满意%staff','',NULL,'2','5b0156b7a5caadf3607b44e7af828e5b233b77278be6f2f7423472abb4436d69','aaa76af6264c2a40d6bcc833df583096f0bc91f9d05dc9ff5c7780a64c5e7325');
INSERT INTO "change" VALUES(1,22,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/leadership/heads#1','',NULL,'88','aaa76af6264c2a40d6bcc833df583096f0bc91f9d05dc9ff5c7780a64c5e7325','8aa6fead114d844a2c4502e8c1cf369352469018851cef8909672d85a29b04f1');
INSERT INTO "change" VALUES(1,23,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/leadership/heads#2','',NULL,'92','8aa6fead114d844a2c4502e8c1cf369352469018851cef8909672d85a29b04f1','22029a53ea203a17b3c286563fcbe69b2c17682cddef9c6d9078e33d3d5b8d92');
INSERT INTO "change" VALUES(1,24,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/unit/name','',NULL,'理学院','22029a53ea203a17b3c286563fcbe69b2c17682cddef9c6d9078e33d3d5b8d92','09042c16cee42ba7186b9347500a83e9cd6e5df28b8d7d739c251fb421b0f49e');
INSERT INTO "change" VALUES(1,25,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/unit/type','',NULL,'college','09042c16cee42ba7186b9347500a83e9cd6e5df28b8d7d739c251fb421b0f49e','3c72b479b96458c23c41a8e0d74fd8088f41aac0fc2b9dd099781e3ffa8c7025');
INSERT INTO "change" VALUES(1,26,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/unit/order','',NULL,'2','3c72b479b96458c23c41a8e0d74fd8088f41aac0fc2b9dd099781e3ffa8c7025','336e6139e18e3f1eb1e17666c2b568bc10e293caa44474d2c7dd93959aba6bfe');
INSERT INTO "change" VALUES(1,27,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T1/mark','',NULL,'19','336e6139e18e3f1eb1e17666c2b568bc10e293caa44474d2c7dd93959aba6bfe','7344f95b48b4b44803627ce0415ca35bcc01cb1b271476bb97d0a6f22e61b2d0');
INSERT INTO "change" VALUES(1,28,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T2/violations','',NULL,'无','7344f95b48b4b44803627ce0415ca35bcc01cb1b271476bb97d0a6f22e61b2d0','25abc6b909a506c3bc78ba3cb141a358e3c46e647f26392a290a08a4e920d808');
INSERT INTO "change" VALUES(1,29,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T3/rate','',NULL,'92.5','25abc6b909a506c3bc78ba3cb141a358e3c46e647f26392a290a08a4e920d808','c27259f175e5a74f1920357edc77a97ecc811045f20344bdafe9da4fda243a69');
INSERT INTO "change" VALUES(1,30,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T4/papers','',NULL,'40','c27259f175e5a74f1920357edc77a97ecc811045f20344bdafe9da4fda243a69','8d6b7e2fdd7fbd4f6d841c291b1a358453ddafca912864e1f90e6a6443a2e245');
INSERT INTO "change" VALUES(1,31,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T4/teachers','',NULL,'40','8d6b7e2fdd7fbd4f6d841c291b1a358453ddafca912864e1f90e6a6443a2e245','0de0300b79ba49dc85666f315303b4abb59b7e471c75f3fe23a69fa511bcc853');
INSERT INTO "change" VALUES(1,32,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#1','class',NULL,'教学奖','0de0300b79ba49dc85666f315303b4abb59b7e471c75f3fe23a69fa511bcc853','56a518ffbca6ded47e2477e4e6393c7495c53eda1d8e25a1c6c7afd6e3b1c007');
INSERT INTO "change" VALUES(1,33,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#1','level',NULL,'国家级','56a518ffbca6ded47e2477e4e6393c7495c53eda1d8e25a1c6c7afd6e3b1c007','de6bff968fdde879137f14a993b9017fcda296cfeb24a014809e4c851620a840');
INSERT INTO "change" VALUES(1,34,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#1','title',NULL,'实验课','de6bff968fdde879137f14a993b9017fcda296cfeb24a014809e4c851620a840','413301a1d898b747de8417cfe93576aa41ee0f55af5fb71e404a3287171fc6c3');
INSERT INTO "change" VALUES(1,35,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#2','class',NULL,'发明专利','413301a1d898b747de8417cfe93576aa41ee0f55af5fb71e404a3287171fc6c3','9b8cdf7c028ef8493aca5cf1eec2887ee553f3248d5226a969118e8a5f6a2f18');
INSERT INTO "change" VALUES(1,36,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#2','title',NULL,'光栅','9b8cdf7c028ef8493aca5cf1eec2887ee553f3248d5226a969118e8a5f6a2f18','dad7c0ed20f887de3cb844648f07de8a45ea783f696e6dd3c9a991b4570f7eef');
INSERT INTO "change" VALUES(1,37,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/issued%staff','',NULL,'40','dad7c0ed20f887de3cb844648f07de8a45ea783f696e6dd3c9a991b4570f7eef','51c3ba8e47740e2085e1753017df1064eddfbad50f2cb46cecf71bfd990edf66');
INSERT INTO "change" VALUES(1,38,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/returned%staff','',NULL,'40','51c3ba8e47740e2085e1753017df1064eddfbad50f2cb46cecf71bfd990edf66','03ee709e9f9370d1314753472a6152fb07ea5c6d8727548387ac74a265a228c7');
INSERT INTO "change" VALUES(1,39,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/满意%staff','',NULL,'36','03ee709e9f9370d1314753472a6152fb07ea5c6d8727548387ac74a265a228c7','c4e2cec90eb65160d0ec96843cd1c20a1b6816e3a5b87e416cf4adddff93b5ff');
INSERT INTO "change" VALUES(1,40,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/一般%staff','',NULL,'4','c4e2cec90eb65160d0ec96843cd1c20a1b6816e3a5b87e416cf4adddff93b5ff','1b82c98b41af725148a64cdc1dbedb7f8fafb08d089c10a4bb16faa20082f721');
INSERT INTO "change" VALUES(1,41,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/leadership/heads#1','',NULL,'95','1b82c98b41af725148a64cdc1dbedb7f8fafb08d089c10a4bb16faa20082f721','4dd7547960cceff4654392bfd83e6b3a1ad9a77e468ea1bf40d27180eb5fa522');
INSERT INTO "change" VALUES(1,42,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/leadership/heads#2','',NULL,'91','4dd7547960cceff4654392bfd83e6b3a1ad9a77e468ea1bf40d27180eb5fa522','6c175a5d09a66bbfe49261cd5b2add89660e251f83fc2808fad1fd70ab0c386d');
INSERT INTO "change" VALUES(1,43,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/application/meets#1','',NULL,'progress','6c175a5d09a66bbfe49261cd5b2add89660e251f83fc2808fad1fd70ab0c386d','e4e4762c725a34575a2b4fbf7f91482b28a8ce6e464b9310c419ef914f3f11bd');
INSERT INTO "change" VALUES(1,44,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/unit/name','',NULL,'光学研究所','e4e4762c725a34575a2b4fbf7f91482b28a8ce6e464b9310c419ef914f3f11bd','28bfc6732e64f15dbc1e60747576fd1daffc9f964bece25c4355114bda996b5e');
INSERT INTO "change" VALUES(1,45,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/unit/type','',NULL,'institute','28bfc6732e64f15dbc1e60747576fd1daffc9f964bece25c4355114bda996b5e','ccb80434cd019a85e86808a982d48efe8b6d60795e6e9a36305b35a2dcc1ebd4');
INSERT INTO "change" VALUES(1,46,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/unit/order','',NULL,'3','ccb80434cd019a85e86808a982d48efe8b6d60795e6e9a36305b35a2dcc1ebd4','162e68df537b58c0bc12b74d88d33664810e65ad5717bb4b26a7d94e8d8e3a4f');
INSERT INTO "change" VALUES(1,47,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T1/mark','',NULL,'17','162e68df537b58c0bc12b74d88d33664810e65ad5717bb4b26a7d94e8d8e3a4f','ceca7d5df59c436c0d10f3836a038276efd69e52eb99fba706d325294973ad62');
INSERT INTO "change" VALUES(1,48,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T2/violations','',NULL,'无','ceca7d5df59c436c0d10f3836a038276efd69e52eb99fba706d325294973ad62','4dd37c496c7ec2ea2e50a3894508252baadda0b93a05a8bd5ecc5f2d68f0664d');
INSERT INTO "change" VALUES(1,49,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T4/papers','',NULL,'28','4dd37c496c7ec2ea2e50a3894508252baadda0b93a05a8bd5ecc5f2d68f0664d','a0775343edb7321c4a0e61d70b82b12d592321ad819671b6d4e8f46e7292c6ce');
INSERT INTO "change" VALUES(1,50,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T4/teachers','',NULL,'14','a0775343edb7321c4a0e61d70b82b12d592321ad819671b6d4e8f46e7292c6ce','0180e00f66b3a1d961d559c7a317788494ace197c0602de1a5947554f97a1f28');
INSERT INTO "change" VALUES(1,51,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T5/awards','',NULL,'无','0180e00f66b3a1d961d559c7a317788494ace197c0602de1a5947554f97a1f28','463589c01c69b8de32220bea4771c7f07e44cbb350a41e7bb62f3f2d1740bc56');
INSERT INTO "change" VALUES(1,52,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/issued%staff','',NULL,'20','463589c01c69b8de32220bea4771c7f07e44cbb350a41e7bb62f3f2d1740bc56','a4e3f32df91b8a6e90e25002c2d5ae5eb6bbbbff97de5d05ed2829dac56007ee');
INSERT INTO "change" VALUES(1,53,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/returned%staff','',NULL,'20','a4e3f32df91b8a6e90e25002c2d5ae5eb6bbbbff97de5d05ed2829dac56007ee','9fbdc0f8c8213dd4eece9bc940f9f352a8f2797be2ed227b43bc6b91c2f66a89');
INSERT INTO "change" VALUES(1,54,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/满意%staff','',NULL,'15','9fbdc0f8c8213dd4eece9bc940f9f352a8f2797be2ed227b43bc6b91c2f66a89','579872867a7f97f59fd404bb284546090561bfbbd8dafb49ee1c99288911ff30');
INSERT INTO "change" VALUES(1,55,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/一般%staff','',NULL,'5','579872867a7f97f59fd404bb284546090561bfbbd8dafb49ee1c99288911ff30','8891d7a7bc2f1b2b595ac860af0268f2b872dba139b681c76db70bbd6ac44f35');
INSERT INTO "change" VALUES(1,56,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/leadership/heads#1','',NULL,'90','8891d7a7bc2f1b2b595ac860af0268f2b872dba139b681c76db70bbd6ac44f35','fa0df3840a0b8a7339f895d466c72f2e4717653bd7ec193fd647f81ea3f2b06f');
INSERT INTO "change" VALUES(1,57,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/name','',NULL,'教务处','fa0df3840a0b8a7339f895d466c72f2e4717653bd7ec193fd647f81ea3f2b06f','1ba8a83e8ab555d30449c2f8d5a590ea6ebd9d05c4f8ba5612f6fcecb8682734');
INSERT INTO "change" VALUES(1,58,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/type','',NULL,'office','1ba8a83e8ab555d30449c2f8d5a590ea6ebd9d05c4f8ba5612f6fcecb8682734','a962526a44a52d335668caa5d276c33b668d25bec8a9b2350a1e42e95ba2fbea');
INSERT INTO "change" VALUES(1,59,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/table','',NULL,'registry','a962526a44a52d335668caa5d276c33b668d25bec8a9b2350a1e42e95ba2fbea','67b51a34a1b7636ecb79a81c0148003eca9dd3ec6190cb1b35f0fa0ee31fb405');
INSERT INTO "change" VALUES(1,60,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/order','',NULL,'1','67b51a34a1b7636ecb79a81c0148003eca9dd3ec6190cb1b35f0fa0ee31fb405','5087eddc43c493feb0f1bd7feba4956edcd06312d78c252d7ae3b9d8f44b5e99');
INSERT INTO "change" VALUES(1,61,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/D1/mark','',NULL,'28','5087eddc43c493feb0f1bd7feba4956edcd06312d78c252d7ae3b9d8f44b5e99','e1a8c2db54271c941bd8a85d7af19b740cde9cb40dd02b1c9cf9df94bbb86c13');
INSERT INTO "change" VALUES(1,62,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/D2/mark','',NULL,'36.5','e1a8c2db54271c941bd8a85d7af19b740cde9cb40dd02b1c9cf9df94bbb86c13','8ba243c9d84aa450d80a85151b53f854cf0aa504492ce5b62dfd74e3397105a5');
INSERT INTO "change" VALUES(1,63,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/D2/reason','',NULL,'排课两次返工','8ba243c9d84aa450d80a85151b53f854cf0aa504492ce5b62dfd74e3397105a5','fc0b046471b0f770f75b015992cbd2d77cd778fca72e4475008d69af4843eeb2');
INSERT INTO "change" VALUES(1,64,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/issued%staff','',NULL,'40','fc0b046471b0f770f75b015992cbd2d77cd778fca72e4475008d69af4843eeb2','848399eb8ee0c710cbf20263ac46b384f9ff9ef045364b4b1d1075855fe32a8e');
INSERT INTO "change" VALUES(1,65,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/returned%staff','',NULL,'40','848399eb8ee0c710cbf20263ac46b384f9ff9ef045364b4b1d1075855fe32a8e','27843806ca98636b07614f46a6301cb99e21e0b779e12ebb45956e7f621bbf95');
INSERT INTO "change" VALUES(1,66,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/满意%staff','',NULL,'28','27843806ca98636b07614f46a6301cb99e21e0b779e12ebb45956e7f621bbf95','fbdda491a62899912923b9b9d3a3f0f685c014c2244457481a2aad292d82f4ea');
INSERT INTO "change" VALUES(1,67,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/一般%staff','',NULL,'12','fbdda491a62899912923b9b9d3a3f0f685c014c2244457481a2aad292d82f4ea','15dd78db9e0ceb00a08ddf53f6b7dbf53d0758d0375fd4e996c900a0736a7057');
INSERT INTO "change" VALUES(1,68,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/leadership/heads#1','',NULL,'90','15dd78db9e0ceb00a08ddf53f6b7dbf53d0758d0375fd4e996c900a0736a7057','be65c169cbf94f2f4497ec1621eb2ee7c0444aee538bdefbf0d4742a208ddde8');
INSERT INTO "change" VALUES(1,69,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','unit',NULL,'arts','be65c169cbf94f2f4497ec1621eb2ee7c0444aee538bdefbf0d4742a208ddde8','627ff2e2132b22497e6086d1addc5ba0a6fbcd673f2d811430959029c677e09b');
INSERT INTO "change" VALUES(1,70,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','kind',NULL,'grade','627ff2e2132b22497e6086d1addc5ba0a6fbcd673f2d811430959029c677e09b','ad1a0cc766ad7dec021b924f3f0c777737ec728884416ea57132b1432443909b');
INSERT INTO "change" VALUES(1,71,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','grade',NULL,'不达标','ad1a0cc766ad7dec021b924f3f0c777737ec728884416ea57132b1432443909b','090f01f59128c34f919e42aa9571110d0ec9f0498e8877928db97d7073afcf74');
INSERT INTO "change" VALUES(1,72,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','reason',NULL,'讨论决定','090f01f59128c34f919e42aa9571110d0ec9f0498e8877928db97d7073afcf74','ca3b71176495ee41634cf86893b57a495b34796cb633dbd32664f0ffc5a17934');
INSERT INTO "change" VALUES(1,73,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','by',NULL,'考核组','ca3b71176495ee41634cf86893b57a495b34796cb633dbd32664f0ffc5a17934','558b81c8cde2cc9623c42510cd7cd4d7a4485d995e7336f67c17e99231e10d27');
INSERT INTO "change" VALUES(1,74,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','at',NULL,'2026-01-10','558b81c8cde2cc9623c42510cd7cd4d7a4485d995e7336f67c17e99231e10d27','2390cee0dd773f09ca9e77584c82d6a6dbed0873832436c2f521b26dbfb9fa93');
INSERT INTO "change" VALUES(1,75,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','code',NULL,'made_up','2390cee0dd773f09ca9e77584c82d6a6dbed0873832436c2f521b26dbfb9fa93','cbc4324c6f4638c8bd94c7923d25ecc1ca4a1487cf55b0480c723f024a7ca233');
INSERT INTO "change" VALUES(1,76,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','address',NULL,'arts/T3/rate','cbc4324c6f4638c8bd94c7923d25ecc1ca4a1487cf55b0480c723f024a7ca233','870d0aacf420ad43960c7d26e8d5ed4fb101e89f0fcf2e142e22e398fe5e385a');
INSERT INTO "change" VALUES(1,77,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','value',NULL,'85','870d0aacf420ad43960c7d26e8d5ed4fb101e89f0fcf2e142e22e398fe5e385a','d0d0089f23d0b4482aa8d1293bc465ca2ef5936bc7d516910aeffe954b362d69');
INSERT INTO "change" VALUES(1,78,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','by',NULL,'张三','d0d0089f23d0b4482aa8d1293bc465ca2ef5936bc7d516910aeffe954b362d69','3f4bb9b9e123118af0eea0917ef4c31769b05faf5f3f7b3051f5065958348d80');
INSERT INTO "change" VALUES(1,79,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','reason',NULL,'核对过','3f4bb9b9e123118af0eea0917ef4c31769b05faf5f3f7b3051f5065958348d80','4f6b5f49facdef93a9247b05ff941077b79d93f9a57f40a96243df6124ae5e46');
INSERT INTO "change" VALUES(1,80,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/duties/T1%2025-01-01','department',NULL,'教务处','4f6b5f49facdef93a9247b05ff941077b79d93f9a57f40a96243df6124ae5e46','78aaf916fa3b9736fc436760693dcdc0094fcfc843a314003ffcee09acfdcf53');
INSERT INTO "change" VALUES(1,81,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/keepers/keeper@王五','',NULL,'王五','78aaf916fa3b9736fc436760693dcdc0094fcfc843a314003ffcee09acfdcf53','4fa16896c6308e60d55796e7fd77ca399e8517a0d8b003296fd32e7c1a0e9f9f');
INSERT INTO "change" VALUES(1,82,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/attachments/attachment#1','address',NULL,'arts/T3/rate','4fa16896c6308e60d55796e7fd77ca399e8517a0d8b003296fd32e7c1a0e9f9f','fae1db7a6dca0c7554e8fa57d7d11103e235063203172364a9fdb92649d71afd');
INSERT INTO "change" VALUES(1,83,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/attachments/attachment#1','name',NULL,'就业率.pdf','fae1db7a6dca0c7554e8fa57d7d11103e235063203172364a9fdb92649d71afd','1dcd9362fc811339102bf5b8e4ecd6d7f4922b02fce396b220d53ae04e1e47be');
INSERT INTO "change" VALUES(1,84,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/attachments/attachment#1','sha256',NULL,'315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027','1dcd9362fc811339102bf5b8e4ecd6d7f4922b02fce396b220d53ae04e1e47be','12f7a19d04f6aab2dcff25eb83cd05754f145f3aa61b669475a72cf940fa5fd2');
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
INSERT INTO "cycle" VALUES(1,'2025','2025年度（虚构）','year','small','小学院年度考核','605a3da972154bef951b3a642ecf3878179e818f4574ab3792ed0c9833b84bd0','0.1.0','2026-11-27T08:30:00Z',NULL,84,'12f7a19d04f6aab2dcff25eb83cd05754f145f3aa61b669475a72cf940fa5fd2');
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
