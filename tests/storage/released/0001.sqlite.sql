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
INSERT INTO "change" VALUES(1,1,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/cycle/opened','',NULL,'2025 小学院年度考核','fb802f652c94aef91a98a1d65cc5f2155327a2d1f6c329d49263db528c408614','d0c912ac30c0a0c2a534fde89345f9e63bd7cb1b261e64ea653bd9b3a73761c7');
INSERT INTO "change" VALUES(1,2,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/readings/R1','',NULL,'scale_to_top','d0c912ac30c0a0c2a534fde89345f9e63bd7cb1b261e64ea653bd9b3a73761c7','af8d9293d04b38d00dd84de6495336637b3f382aa93c0e10bb702a315cce916f');
INSERT INTO "change" VALUES(1,3,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/year/title','','小学院年度考核','2025年度（虚构）','af8d9293d04b38d00dd84de6495336637b3f382aa93c0e10bb702a315cce916f','f3cd38ed650b8a557e60c6062a4a8fd9b776173ec3b63806f138cc20bc633128');
INSERT INTO "change" VALUES(1,4,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/year/made_up','',NULL,'true','f3cd38ed650b8a557e60c6062a4a8fd9b776173ec3b63806f138cc20bc633128','66e6d42c9a422a0e19223548d1eb06b13c83cb309a4f7692ef9ba4379a8641bb');
INSERT INTO "change" VALUES(1,5,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/name','',NULL,'文学院','66e6d42c9a422a0e19223548d1eb06b13c83cb309a4f7692ef9ba4379a8641bb','13834e05dc43b591ae59edada9798df98ee6d2a366a2c9dd368f489dba509be0');
INSERT INTO "change" VALUES(1,6,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/short','',NULL,'文院','13834e05dc43b591ae59edada9798df98ee6d2a366a2c9dd368f489dba509be0','aa7c82eb8bee8fe43d695174cdd70a66b88f3e5db801d3d41261b885faefa1ca');
INSERT INTO "change" VALUES(1,7,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/type','',NULL,'college','aa7c82eb8bee8fe43d695174cdd70a66b88f3e5db801d3d41261b885faefa1ca','31516565230bf14eb1523bbdfecfd6f2e7a4a751cc292047bfc8c0d6883010f7');
INSERT INTO "change" VALUES(1,8,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/unit/order','',NULL,'1','31516565230bf14eb1523bbdfecfd6f2e7a4a751cc292047bfc8c0d6883010f7','71f147fc0d4e5379daf26473b1e40e0a7988aafdc0f3087365bfc1a1ab0313fc');
INSERT INTO "change" VALUES(1,9,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T1/mark','',NULL,'18.5','71f147fc0d4e5379daf26473b1e40e0a7988aafdc0f3087365bfc1a1ab0313fc','89ee32ac9a8b1d49b881e09f25baab3d4c50619b7acb8570c6f57ed71913563c');
INSERT INTO "change" VALUES(1,10,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T2/violations#1','title',NULL,'迟交成绩','89ee32ac9a8b1d49b881e09f25baab3d4c50619b7acb8570c6f57ed71913563c','ee958b94ffe903a71d71d36209219760be375262489beee3ded5f962feeb7cd8');
INSERT INTO "change" VALUES(1,11,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T3/rate','',NULL,'85','ee958b94ffe903a71d71d36209219760be375262489beee3ded5f962feeb7cd8','9c2e600eb9e8758834937332479d6dfa9523e494905a2c1ad71223966c9cc8cd');
INSERT INTO "change" VALUES(1,12,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T4/papers','',NULL,'12','9c2e600eb9e8758834937332479d6dfa9523e494905a2c1ad71223966c9cc8cd','55a082934378ee41f890ffd43f2a294d28a06f80abe23db03624f9b921648049');
INSERT INTO "change" VALUES(1,13,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T4/teachers','',NULL,'30','55a082934378ee41f890ffd43f2a294d28a06f80abe23db03624f9b921648049','4f9cb0970fc01aa71c33ca90414116748d7b8a77869f01da7ebb78fcd2f682ea');
INSERT INTO "change" VALUES(1,14,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T5/awards#1','class',NULL,'教学奖','4f9cb0970fc01aa71c33ca90414116748d7b8a77869f01da7ebb78fcd2f682ea','5e0fe5ca1651263e3e351e25ebe2f1367085a191c1b75bf7383d9396561b0341');
INSERT INTO "change" VALUES(1,15,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T5/awards#1','level',NULL,'省级','5e0fe5ca1651263e3e351e25ebe2f1367085a191c1b75bf7383d9396561b0341','32d9f913f8ec7adc2f396da5edea8700a5a7247bd71ff422d63c4a578a305477');
INSERT INTO "change" VALUES(1,16,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/T5/awards#1','title',NULL,'读写课','32d9f913f8ec7adc2f396da5edea8700a5a7247bd71ff422d63c4a578a305477','65d57c309d740fabeff59b20ca5ca70ce16868287b5863405f9e980587590045');
INSERT INTO "change" VALUES(1,17,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/issued%staff','',NULL,'40','65d57c309d740fabeff59b20ca5ca70ce16868287b5863405f9e980587590045','49157ecf4120a07207dbcd96ed5d44ffb4ce6a1277a7493dc9f51945e3b3a417');
INSERT INTO "change" VALUES(1,18,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/returned%staff','',NULL,'38','49157ecf4120a07207dbcd96ed5d44ffb4ce6a1277a7493dc9f51945e3b3a417','979c7c6b95e268e5a3f499cfd953fc00b6a921115b2f0e54a271228c69f94575');
INSERT INTO "change" VALUES(1,19,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/满意%staff','',NULL,'30','979c7c6b95e268e5a3f499cfd953fc00b6a921115b2f0e54a271228c69f94575','6eabc7e95773f1ac58e9feaa8f608c102ba3c8575a08e1bc7011e0f17602da45');
INSERT INTO "change" VALUES(1,20,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/一般%staff','',NULL,'6','6eabc7e95773f1ac58e9feaa8f608c102ba3c8575a08e1bc7011e0f17602da45','109d5ce59aaed395399f1950872bc229d9670fa51736c871ede66bc8f8544b76');
INSERT INTO "change" VALUES(1,21,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/votes/不满意%staff','',NULL,'2','109d5ce59aaed395399f1950872bc229d9670fa51736c871ede66bc8f8544b76','6978027dd598ea90e29c591f422569b4b0aeb0763b6c28853b8c837197fac782');
INSERT INTO "change" VALUES(1,22,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/leadership/heads#1','',NULL,'88','6978027dd598ea90e29c591f422569b4b0aeb0763b6c28853b8c837197fac782','e939708f6366329066ad346593ce34e5b3e567ae809af25a915b3d215b4d5001');
INSERT INTO "change" VALUES(1,23,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','arts/leadership/heads#2','',NULL,'92','e939708f6366329066ad346593ce34e5b3e567ae809af25a915b3d215b4d5001','9c0c6b5a8daab4cbbd9f5f6390e573e7f032792650595540e52f31a683f552bc');
INSERT INTO "change" VALUES(1,24,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/unit/name','',NULL,'理学院','9c0c6b5a8daab4cbbd9f5f6390e573e7f032792650595540e52f31a683f552bc','c9e543301ddfe4717b3759725f2351f4cb3ec396342c2f9769b882f8e4cc9c55');
INSERT INTO "change" VALUES(1,25,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/unit/type','',NULL,'college','c9e543301ddfe4717b3759725f2351f4cb3ec396342c2f9769b882f8e4cc9c55','1f90868c83fa95e588e3594e92194c86316164b3ac9f2226a6709858abda7219');
INSERT INTO "change" VALUES(1,26,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/unit/order','',NULL,'2','1f90868c83fa95e588e3594e92194c86316164b3ac9f2226a6709858abda7219','22cf095d4766ca71d2bb1fd0d303b929bd090c10cf3c8a39cd83f92035093237');
INSERT INTO "change" VALUES(1,27,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T1/mark','',NULL,'19','22cf095d4766ca71d2bb1fd0d303b929bd090c10cf3c8a39cd83f92035093237','38c78cd7cbfeae080e9968e7c9023da1aaa1516492703166b51b997e1a526344');
INSERT INTO "change" VALUES(1,28,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T2/violations','',NULL,'无','38c78cd7cbfeae080e9968e7c9023da1aaa1516492703166b51b997e1a526344','d69be8fa3aaa861142486f34ced39243ee159e30dcc88a6c69da7bea322f3bd4');
INSERT INTO "change" VALUES(1,29,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T3/rate','',NULL,'92.5','d69be8fa3aaa861142486f34ced39243ee159e30dcc88a6c69da7bea322f3bd4','009a2e3831d35cc70c22d1f97d110fae0ed41662a0b855624961d3aab9743585');
INSERT INTO "change" VALUES(1,30,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T4/papers','',NULL,'40','009a2e3831d35cc70c22d1f97d110fae0ed41662a0b855624961d3aab9743585','da19906c840e5278af631f6fb4b6c7418ac36c6a0b9fb737dd239573de5ed1b8');
INSERT INTO "change" VALUES(1,31,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T4/teachers','',NULL,'40','da19906c840e5278af631f6fb4b6c7418ac36c6a0b9fb737dd239573de5ed1b8','f4b4ce422efb1e9f6a2f616ab1463b9f9e2a1a674ae4498a121967cd3cb0332d');
INSERT INTO "change" VALUES(1,32,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#1','class',NULL,'教学奖','f4b4ce422efb1e9f6a2f616ab1463b9f9e2a1a674ae4498a121967cd3cb0332d','aa05b3a98c77fd1e69267667a5ce555aaf9d5fd3429b50b8a978c7b8f3d9af97');
INSERT INTO "change" VALUES(1,33,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#1','level',NULL,'国家级','aa05b3a98c77fd1e69267667a5ce555aaf9d5fd3429b50b8a978c7b8f3d9af97','332a6d7f0ad9e42994b1b89d6ae0bcae2905bec934562cd0f5e9e46def6b3f76');
INSERT INTO "change" VALUES(1,34,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#1','title',NULL,'实验课','332a6d7f0ad9e42994b1b89d6ae0bcae2905bec934562cd0f5e9e46def6b3f76','5cb4a45e98e32ef7bbfc6ff9b36b8bc6c8e539d7bd57d88e079fa073435c090b');
INSERT INTO "change" VALUES(1,35,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#2','class',NULL,'发明专利','5cb4a45e98e32ef7bbfc6ff9b36b8bc6c8e539d7bd57d88e079fa073435c090b','6cc59185117198d13cd8e2974dd90139d21b4fb39a8eda533daeaa87a8b34280');
INSERT INTO "change" VALUES(1,36,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/T5/awards#2','title',NULL,'光栅','6cc59185117198d13cd8e2974dd90139d21b4fb39a8eda533daeaa87a8b34280','9c70b65cc54e551ebc02102260edcd4c781a55d462a41bedb71ec491cd2c46b7');
INSERT INTO "change" VALUES(1,37,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/issued%staff','',NULL,'40','9c70b65cc54e551ebc02102260edcd4c781a55d462a41bedb71ec491cd2c46b7','0ff728f2067992aa9139e76afa503c8b20ed06d845e9b7ccf726f6567bec64d2');
INSERT INTO "change" VALUES(1,38,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/returned%staff','',NULL,'40','0ff728f2067992aa9139e76afa503c8b20ed06d845e9b7ccf726f6567bec64d2','0ea363e3c987fab41c2769a6612e8cbfaa707088a820992a72df772345501cc3');
INSERT INTO "change" VALUES(1,39,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/满意%staff','',NULL,'36','0ea363e3c987fab41c2769a6612e8cbfaa707088a820992a72df772345501cc3','d15fabe29c0461736f51d47db3459a22e6ebf8130232dcbb0fb8b8103e5d389d');
INSERT INTO "change" VALUES(1,40,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/votes/一般%staff','',NULL,'4','d15fabe29c0461736f51d47db3459a22e6ebf8130232dcbb0fb8b8103e5d389d','65f69f07dd5582791d862327a3554377df5bcd5e2b6eea3b9cd8766906b7f93b');
INSERT INTO "change" VALUES(1,41,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/leadership/heads#1','',NULL,'95','65f69f07dd5582791d862327a3554377df5bcd5e2b6eea3b9cd8766906b7f93b','a0bdf3926e9afe531831e9a19f3584161d23b0c321d4c6294b2ce78e7ccbc070');
INSERT INTO "change" VALUES(1,42,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/leadership/heads#2','',NULL,'91','a0bdf3926e9afe531831e9a19f3584161d23b0c321d4c6294b2ce78e7ccbc070','0e55ae3fc0f948ab497e7f77458d40c9dd75f0fd9817e5f9eb34d9e3d43e0218');
INSERT INTO "change" VALUES(1,43,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','science/application/meets#1','',NULL,'progress','0e55ae3fc0f948ab497e7f77458d40c9dd75f0fd9817e5f9eb34d9e3d43e0218','a4f0fd9eb0d42eaee7d898cad56664e8b58a0e03b1520f303b750d681950ba9b');
INSERT INTO "change" VALUES(1,44,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/unit/name','',NULL,'光学研究所','a4f0fd9eb0d42eaee7d898cad56664e8b58a0e03b1520f303b750d681950ba9b','736cd46b8c31054675d3f676aa9e669eb640960c8444c39c3dac720fd817a464');
INSERT INTO "change" VALUES(1,45,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/unit/type','',NULL,'institute','736cd46b8c31054675d3f676aa9e669eb640960c8444c39c3dac720fd817a464','d83607f3808fe8d879955c84eeeb46d125d5db92b14e02df2c8bc67ce163068e');
INSERT INTO "change" VALUES(1,46,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/unit/order','',NULL,'3','d83607f3808fe8d879955c84eeeb46d125d5db92b14e02df2c8bc67ce163068e','87693f1e18cc124011d73d86e45a51f929bed6da47f37c98ecca9611112eb7e1');
INSERT INTO "change" VALUES(1,47,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T1/mark','',NULL,'17','87693f1e18cc124011d73d86e45a51f929bed6da47f37c98ecca9611112eb7e1','a87280703b0ece89703a9d4dec1a2a05145b974e975f97935eecbe7956b3d0fa');
INSERT INTO "change" VALUES(1,48,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T2/violations','',NULL,'无','a87280703b0ece89703a9d4dec1a2a05145b974e975f97935eecbe7956b3d0fa','25a3c6975c1f439b3d6044953f6d8f4150299346a2ae82ada0acd03f2b4bd9a3');
INSERT INTO "change" VALUES(1,49,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T4/papers','',NULL,'28','25a3c6975c1f439b3d6044953f6d8f4150299346a2ae82ada0acd03f2b4bd9a3','d31ca57bcb44e5f0d5b9d8e661acdf6e91445a32bdd70fc274d91205e031bede');
INSERT INTO "change" VALUES(1,50,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T4/teachers','',NULL,'14','d31ca57bcb44e5f0d5b9d8e661acdf6e91445a32bdd70fc274d91205e031bede','5cbd99d11589e6a61cb21ba66232b2c06fde73d007337499a53d8313466800ca');
INSERT INTO "change" VALUES(1,51,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/T5/awards','',NULL,'无','5cbd99d11589e6a61cb21ba66232b2c06fde73d007337499a53d8313466800ca','05b0cd2333d1e36e8d9f8831e256c176cd519cd4e28190c6ef00f63c34797b63');
INSERT INTO "change" VALUES(1,52,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/issued%staff','',NULL,'20','05b0cd2333d1e36e8d9f8831e256c176cd519cd4e28190c6ef00f63c34797b63','79e3dd14211a2dda86ec7dce7731c209c3da69f3ad2761c3980c1642be610541');
INSERT INTO "change" VALUES(1,53,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/returned%staff','',NULL,'20','79e3dd14211a2dda86ec7dce7731c209c3da69f3ad2761c3980c1642be610541','2e0638d5d5ece1da750b63db07a15962679ada5bb1c14a8ffebad17c9ff47f19');
INSERT INTO "change" VALUES(1,54,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/满意%staff','',NULL,'15','2e0638d5d5ece1da750b63db07a15962679ada5bb1c14a8ffebad17c9ff47f19','10d20e4c46f360a15a5a37a002c0f5daf712ac52a4feb90d87dd824b1971a75f');
INSERT INTO "change" VALUES(1,55,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/votes/一般%staff','',NULL,'5','10d20e4c46f360a15a5a37a002c0f5daf712ac52a4feb90d87dd824b1971a75f','c1bb0134096c829f9c7a8962d50a532a8eddaa29aa5dea6e4bb285253c6279fa');
INSERT INTO "change" VALUES(1,56,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','lab/leadership/heads#1','',NULL,'90','c1bb0134096c829f9c7a8962d50a532a8eddaa29aa5dea6e4bb285253c6279fa','9e68cd257d7899c28c4242a2adb231a85918f7c20d6f5cc88338c303a898f752');
INSERT INTO "change" VALUES(1,57,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/name','',NULL,'教务处','9e68cd257d7899c28c4242a2adb231a85918f7c20d6f5cc88338c303a898f752','0fe523fe3a2e48f459f287b68abcad66b74c3337b7d6ed7a21b487e997a5270d');
INSERT INTO "change" VALUES(1,58,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/type','',NULL,'office','0fe523fe3a2e48f459f287b68abcad66b74c3337b7d6ed7a21b487e997a5270d','576dd55a0c729e2cd90448058092a1b00de38eee6084144b6c0f72cfb0860789');
INSERT INTO "change" VALUES(1,59,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/table','',NULL,'registry','576dd55a0c729e2cd90448058092a1b00de38eee6084144b6c0f72cfb0860789','7357e17956088afa490d3e8b2d06c0d098a572237b89254e547f0072a23a2e23');
INSERT INTO "change" VALUES(1,60,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/unit/order','',NULL,'1','7357e17956088afa490d3e8b2d06c0d098a572237b89254e547f0072a23a2e23','1e66e2059081f810d2a882fc40c4bf82f1a5bf3ee20e847537c861a07107e6cf');
INSERT INTO "change" VALUES(1,61,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/D1/mark','',NULL,'28','1e66e2059081f810d2a882fc40c4bf82f1a5bf3ee20e847537c861a07107e6cf','95d263219586ddffc4f740a6fb33bb7fc3f075bf74bc40c57f46bca009278514');
INSERT INTO "change" VALUES(1,62,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/D2/mark','',NULL,'36.5','95d263219586ddffc4f740a6fb33bb7fc3f075bf74bc40c57f46bca009278514','9a4ad5f6175da4e6aafc637254e239fe8476d9d11e22d92e164fa64de8d65d18');
INSERT INTO "change" VALUES(1,63,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/D2/reason','',NULL,'排课两次返工','9a4ad5f6175da4e6aafc637254e239fe8476d9d11e22d92e164fa64de8d65d18','c37a89086a0aca050f2fafad3f81aa022296feee52ac3c6888688760b46805be');
INSERT INTO "change" VALUES(1,64,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/issued%staff','',NULL,'40','c37a89086a0aca050f2fafad3f81aa022296feee52ac3c6888688760b46805be','5f79463625f009543e0751c8d5ef0d40d511fa26bb5f9efdd1627087189b4420');
INSERT INTO "change" VALUES(1,65,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/returned%staff','',NULL,'40','5f79463625f009543e0751c8d5ef0d40d511fa26bb5f9efdd1627087189b4420','b04a0dbb8d6190348ea206b9a393f54b23d9914ec5fb19d0c161ea99f1ecb3bc');
INSERT INTO "change" VALUES(1,66,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/满意%staff','',NULL,'28','b04a0dbb8d6190348ea206b9a393f54b23d9914ec5fb19d0c161ea99f1ecb3bc','1c835f89c59b57a6cd972329a63cb7f5bdad9cb70c97cdfef3c6b64139e2e708');
INSERT INTO "change" VALUES(1,67,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/votes/一般%staff','',NULL,'12','1c835f89c59b57a6cd972329a63cb7f5bdad9cb70c97cdfef3c6b64139e2e708','0ec48ba60cbc2d744ba3f919d3d225a0751d2dba2c4af9a2b6c7e750a8a92f0a');
INSERT INTO "change" VALUES(1,68,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','registry/leadership/heads#1','',NULL,'90','0ec48ba60cbc2d744ba3f919d3d225a0751d2dba2c4af9a2b6c7e750a8a92f0a','d584bb2b946d170764136d0b94d6df46151f6c04d28c31709aa0b9987c551fa2');
INSERT INTO "change" VALUES(1,69,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','unit',NULL,'arts','d584bb2b946d170764136d0b94d6df46151f6c04d28c31709aa0b9987c551fa2','9c86f4094b58b22955a0051319dca89d7cfb82a3771908a45a8c16075ccec84c');
INSERT INTO "change" VALUES(1,70,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','kind',NULL,'grade','9c86f4094b58b22955a0051319dca89d7cfb82a3771908a45a8c16075ccec84c','af14368685c4dd26d5134b56335f404683e7fb49ff9748af1cfafd88b5f0dc0f');
INSERT INTO "change" VALUES(1,71,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','grade',NULL,'不达标','af14368685c4dd26d5134b56335f404683e7fb49ff9748af1cfafd88b5f0dc0f','ec1e8694be045cdf6b9a8ed2e829df5c9ff60dbe4fcf6115dcc5353cff072e8c');
INSERT INTO "change" VALUES(1,72,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','reason',NULL,'讨论决定','ec1e8694be045cdf6b9a8ed2e829df5c9ff60dbe4fcf6115dcc5353cff072e8c','533c4338e103bde7c1e6e13b83c32dfc0a97a995cdb63910b584c0a2235d5562');
INSERT INTO "change" VALUES(1,73,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','by',NULL,'考核组','533c4338e103bde7c1e6e13b83c32dfc0a97a995cdb63910b584c0a2235d5562','5c006707ce701ec7c3c7af8d63df0f4cc83fb1a749095d65ece77bbc636851a7');
INSERT INTO "change" VALUES(1,74,'2026-11-27T08:30:00Z',1,2,3,2,'cycle import','','-/decisions/decision#1','at',NULL,'2026-01-10','5c006707ce701ec7c3c7af8d63df0f4cc83fb1a749095d65ece77bbc636851a7','c988759483d8449e6d1f8214c036a0ff8c1006ba23775f8742d8ad4cf45a3eeb');
INSERT INTO "change" VALUES(1,75,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','code',NULL,'made_up','c988759483d8449e6d1f8214c036a0ff8c1006ba23775f8742d8ad4cf45a3eeb','0811d5a9c2295d58cd7e6d1d637df083868859da3f1728bff4c79688e0dc422a');
INSERT INTO "change" VALUES(1,76,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','address',NULL,'arts/T3/rate','0811d5a9c2295d58cd7e6d1d637df083868859da3f1728bff4c79688e0dc422a','1d44cd0529e6ca1b429a22d7f0b88a5d374db5f0fdf8374e18cb7b2e8075b82e');
INSERT INTO "change" VALUES(1,77,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','value',NULL,'85','1d44cd0529e6ca1b429a22d7f0b88a5d374db5f0fdf8374e18cb7b2e8075b82e','6700b43423076b8ab5be845fecb85a7b3ee02aef78229052c7ef2ac87c0898ea');
INSERT INTO "change" VALUES(1,78,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','by',NULL,'张三','6700b43423076b8ab5be845fecb85a7b3ee02aef78229052c7ef2ac87c0898ea','091959f9ecc9fd853a9ac4289c3717878b6f05d4192105ab85afcd4cda9cfb9a');
INSERT INTO "change" VALUES(1,79,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/confirmed/confirmation#1','reason',NULL,'核对过','091959f9ecc9fd853a9ac4289c3717878b6f05d4192105ab85afcd4cda9cfb9a','8b1083064882105b4e5282ba0810eeeba85a22da7f9b645e373f706f8964492f');
INSERT INTO "change" VALUES(1,80,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/duties/T1%2025-01-01','department',NULL,'教务处','8b1083064882105b4e5282ba0810eeeba85a22da7f9b645e373f706f8964492f','7fd21d85c7e3002b25312bbdebb82848cfeca9b612a0bd5701817f3f8943e6e8');
INSERT INTO "change" VALUES(1,81,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/keepers/keeper@王五','',NULL,'王五','7fd21d85c7e3002b25312bbdebb82848cfeca9b612a0bd5701817f3f8943e6e8','18dcb569fdac7c0db2162f4fe0b9966edcb8f0873d84b30f5815e58fde8c3bc0');
INSERT INTO "change" VALUES(1,82,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/attachments/attachment#1','address',NULL,'arts/T3/rate','18dcb569fdac7c0db2162f4fe0b9966edcb8f0873d84b30f5815e58fde8c3bc0','5310116562cbcfe8d5c2271154d564e9165b16203b7d48fbc15d4a24bfb879be');
INSERT INTO "change" VALUES(1,83,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/attachments/attachment#1','name',NULL,'就业率.pdf','5310116562cbcfe8d5c2271154d564e9165b16203b7d48fbc15d4a24bfb879be','0976291c23899fdb4d88a05a936a8f55f69e4365747df40d8d3eefef0fd096aa');
INSERT INTO "change" VALUES(1,84,'2026-11-27T08:30:00Z',1,2,3,1,'cycle import','','-/attachments/attachment#1','sha256',NULL,'315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027','0976291c23899fdb4d88a05a936a8f55f69e4365747df40d8d3eefef0fd096aa','31786ccd3d76cd47f2857f040c8056ff8c996413f40bf88d294a5df53a247028');
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
INSERT INTO "cycle" VALUES(1,'2025','2025年度（虚构）','year','small','小学院年度考核','605a3da972154bef951b3a642ecf3878179e818f4574ab3792ed0c9833b84bd0','0.1.0','2026-11-27T08:30:00Z',NULL,84,'31786ccd3d76cd47f2857f040c8056ff8c996413f40bf88d294a5df53a247028');
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
	slice TEXT NOT NULL, 
	export INTEGER NOT NULL, 
	saved_at TEXT NOT NULL, 
	CONSTRAINT pk_received PRIMARY KEY (id), 
	CONSTRAINT ck_received_sealed CHECK (sealed IN (0, 1)), 
	CONSTRAINT ck_received_signed CHECK (signed IN (0, 1)), 
	CONSTRAINT fk_received_cycle_id_cycle FOREIGN KEY(cycle_id) REFERENCES cycle (id)
)
 STRICT

;
INSERT INTO "received" VALUES(1,1,'','','教务处','2026-11-20','教〔2026〕3号',1,0,'',0,'');
INSERT INTO "received" VALUES(2,1,'year.yaml','b88568dfff5a16833973ad3f42e2061c74ff271441c61c9e747d1efe6ee3c79b','教务处','2026-11-20','教〔2026〕3号',1,0,'',0,'');
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
