-- MariaDB dump 10.19  Distrib 10.11.4-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: keystone
-- ------------------------------------------------------
-- Server version	10.11.4-MariaDB-1~deb12u1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8mb4 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;

--
-- Table structure for table `assignment`
--

DROP TABLE IF EXISTS `assignment`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8 */;
CREATE TABLE `assignment` (
  `type` enum('UserProject','GroupProject','UserDomain','GroupDomain') NOT NULL,
  `actor_id` varchar(64) NOT NULL,
  `target_id` varchar(64) NOT NULL,
  `role_id` varchar(64) NOT NULL,
  `inherited` tinyint(1) NOT NULL,
  PRIMARY KEY (`type`,`actor_id`,`target_id`,`role_id`,`inherited`),
  KEY `ix_actor_id` (`actor_id`),
  CONSTRAINT `CONSTRAINT_1` CHECK (`inherited` in (0,1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

LOCK TABLES `assignment` WRITE;
/*!40000 ALTER TABLE `assignment` DISABLE KEYS */;
INSERT INTO `assignment` VALUES
('UserProject','aa000000000000000000000000000001','bb000000000000000000000000000001','cc000000000000000000000000000001',0),
('UserProject','aa000000000000000000000000000002','bb000000000000000000000000000002','cc000000000000000000000000000002',0),
('GroupProject','ee000000000000000000000000000001','bb000000000000000000000000000002','cc000000000000000000000000000003',0),
('UserDomain','aa000000000000000000000000000001','dd000000000000000000000000000001','cc000000000000000000000000000001',0),
('UserDomain','aa000000000000000000000000000001','dd000000000000000000000000000001','cc000000000000000000000000000002',1),
('UserProject','aa000000000000000000000000000009','bb000000000000000000000000000002','cc000000000000000000000000000002',0);
/*!40000 ALTER TABLE `assignment` ENABLE KEYS */;
UNLOCK TABLES;

CREATE TABLE `system_assignment` (
  `type` varchar(64) NOT NULL,
  `actor_id` varchar(64) NOT NULL,
  `target_id` varchar(64) NOT NULL,
  `role_id` varchar(64) NOT NULL,
  `inherited` tinyint(1) NOT NULL,
  PRIMARY KEY (`type`,`actor_id`,`target_id`,`role_id`,`inherited`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `system_assignment` VALUES
('UserSystem','aa000000000000000000000000000002','system','cc000000000000000000000000000003',0);

CREATE TABLE `project` (
  `id` varchar(64) NOT NULL,
  `name` varchar(64) NOT NULL,
  `extra` text DEFAULT NULL,
  `description` text DEFAULT NULL,
  `enabled` tinyint(1) DEFAULT NULL,
  `domain_id` varchar(64) NOT NULL,
  `parent_id` varchar(64) DEFAULT NULL,
  `is_domain` tinyint(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ixu_project_name_domain_id` (`domain_id`,`name`),
  KEY `project_parent_id_fkey` (`parent_id`),
  CONSTRAINT `project_domain_id_fkey` FOREIGN KEY (`domain_id`) REFERENCES `project` (`id`),
  CONSTRAINT `project_parent_id_fkey` FOREIGN KEY (`parent_id`) REFERENCES `project` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `project` VALUES
('<<keystone.domain.root>>','<<keystone.domain.root>>','{}','',0,'<<keystone.domain.root>>',NULL,1),
('bb000000000000000000000000000003','deep','{}',NULL,0,'dd000000000000000000000000000001','bb000000000000000000000000000002',0),
('bb000000000000000000000000000002','shop','{\"owner\": \"O\'Hara; said \\\"now\\\"\"}','It sells (a lot), as they say',1,'dd000000000000000000000000000001','dd000000000000000000000000000001',0),
('bb000000000000000000000000000001','admin','{}','Bootstrap project for initializing the cloud.',1,'default','default',0),
('bb000000000000000000000000000004','lost','{}','',1,'dd00000000000000000000000000000f','dd00000000000000000000000000000f',0),
('dd000000000000000000000000000001','Maçons','{}','L''atelier',1,'<<keystone.domain.root>>',NULL,1),
('default','Default','{}','The default domain',1,'<<keystone.domain.root>>',NULL,1);

CREATE TABLE `project_tag` (
  `project_id` varchar(64) NOT NULL,
  `name` varchar(255) NOT NULL,
  PRIMARY KEY (`project_id`,`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `project_tag` VALUES
('bb000000000000000000000000000002','north'),('bb000000000000000000000000000002','a \"good\" one');

CREATE TABLE `project_option` (
  `project_id` varchar(64) NOT NULL,
  `option_id` varchar(4) NOT NULL,
  `option_value` text DEFAULT NULL,
  PRIMARY KEY (`project_id`,`option_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `project_option` VALUES
('bb000000000000000000000000000002','IMMU','true');

CREATE TABLE `role` (
  `id` varchar(64) NOT NULL,
  `name` varchar(255) NOT NULL,
  `extra` text DEFAULT NULL,
  `domain_id` varchar(64) NOT NULL DEFAULT '<<null>>',
  `description` text DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ixu_role_name_domain_id` (`name`,`domain_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `role` VALUES
('cc000000000000000000000000000001','admin','{}','<<null>>',NULL),
('cc000000000000000000000000000002','builder','{}','<<null>>','Who builds'),
('cc000000000000000000000000000003','reader','{}','<<null>>',NULL),
('cc000000000000000000000000000004','mason','{}','dd000000000000000000000000000001',NULL);

CREATE TABLE `implied_role` (
  `prior_role_id` varchar(64) NOT NULL,
  `implied_role_id` varchar(64) NOT NULL,
  PRIMARY KEY (`prior_role_id`,`implied_role_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `implied_role` VALUES
('cc000000000000000000000000000002','cc000000000000000000000000000003');

CREATE TABLE `user` (
  `id` varchar(64) NOT NULL,
  `extra` text DEFAULT NULL,
  `enabled` tinyint(1) DEFAULT NULL,
  `default_project_id` varchar(64) DEFAULT NULL,
  `created_at` datetime DEFAULT NULL,
  `last_active_at` date DEFAULT NULL,
  `domain_id` varchar(64) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `ixu_user_id_domain_id` (`id`,`domain_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `user` VALUES
('aa000000000000000000000000000001','{\"email\": \"ada@example.org\"}',1,'bb000000000000000000000000000002','2023-05-01 10:11:12',NULL,'default'),
('aa000000000000000000000000000002','{}',1,NULL,'2023-05-01 10:11:12','2024-02-29','dd000000000000000000000000000001'),
('aa000000000000000000000000000003','{}',0,NULL,'2023-05-01 10:11:12',NULL,'default'),
('aa000000000000000000000000000004','{}',1,NULL,'2023-05-01 10:11:12',NULL,'default'),
('aa000000000000000000000000000005','{}',1,NULL,'2023-05-01 10:11:12',NULL,'default'),
('aa000000000000000000000000000009','{}',1,NULL,'2023-05-01 10:11:12',NULL,'default');

CREATE TABLE `local_user` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `user_id` varchar(64) NOT NULL,
  `domain_id` varchar(64) NOT NULL,
  `name` varchar(255) NOT NULL,
  `failed_auth_count` int(11) DEFAULT NULL,
  `failed_auth_at` datetime DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `user_id` (`user_id`)
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `local_user` VALUES
(1,'aa000000000000000000000000000001','default','ada',0,NULL),
(2,'aa000000000000000000000000000002','dd000000000000000000000000000001','bob',0,NULL),
(3,'aa000000000000000000000000000003','default','cyd',NULL,NULL),
(4,'aa000000000000000000000000000009','default','admin',0,NULL);

CREATE TABLE `nonlocal_user` (
  `domain_id` varchar(64) NOT NULL,
  `name` varchar(255) NOT NULL,
  `user_id` varchar(64) NOT NULL,
  PRIMARY KEY (`domain_id`,`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `nonlocal_user` VALUES ('default','dan','aa000000000000000000000000000004');

CREATE TABLE `federated_user` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `user_id` varchar(64) NOT NULL,
  `idp_id` varchar(64) NOT NULL,
  `protocol_id` varchar(64) NOT NULL,
  `unique_id` varchar(255) NOT NULL,
  `display_name` varchar(255) DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `federated_user` VALUES (1,'aa000000000000000000000000000005','sso','openid','eve','eve');

CREATE TABLE `password` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `local_user_id` int(11) NOT NULL,
  `expires_at` datetime DEFAULT NULL,
  `self_service` tinyint(1) NOT NULL DEFAULT 0,
  `password_hash` varchar(255) DEFAULT NULL,
  `created_at_int` bigint(20) NOT NULL DEFAULT 0,
  `expires_at_int` bigint(20) DEFAULT NULL,
  `created_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `local_user_id` (`local_user_id`)
) ENGINE=InnoDB AUTO_INCREMENT=6 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `password` VALUES
(1,1,NULL,0,'$2b$04$nnnnnnnnnnnnnnnnnnnnnuurLEKwPgPms.Td/GO6XoibGZ/3FkbfZS',1682935872000000,NULL,'2023-05-01 10:11:12'),
(2,1,NULL,1,'$2b$04$abcdefghijklmnopqrstuurLEKwPgPms.Td/GO6XoibGZ/3FkbfZS',1682935873000000,4102444800000000,'2023-05-01 10:11:13'),
(3,2,NULL,0,'$2b$04$abcdefghijklmnopqrstuurLEKwPgPms.Td/GO6XoibGZ/3FkbfZS',1682935872000000,NULL,'2023-05-01 10:11:12'),
(4,3,NULL,0,'$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E',1682935872000000,NULL,'2023-05-01 10:11:12');

CREATE TABLE `user_option` (
  `user_id` varchar(64) NOT NULL,
  `option_id` varchar(4) NOT NULL,
  `option_value` text DEFAULT NULL,
  PRIMARY KEY (`user_id`,`option_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `user_option` VALUES
('aa000000000000000000000000000001','1001','true'),('aa000000000000000000000000000001','1003','false'),
('aa000000000000000000000000000003','MFAR','[[\"password\", \"totp\"]]');

CREATE TABLE `group` (
  `id` varchar(64) NOT NULL,
  `domain_id` varchar(64) NOT NULL,
  `name` varchar(64) NOT NULL,
  `description` text DEFAULT NULL,
  `extra` text DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `group` VALUES ('ee000000000000000000000000000001','dd000000000000000000000000000001','crew','','{}');

CREATE TABLE `user_group_membership` (
  `user_id` varchar(64) NOT NULL,
  `group_id` varchar(64) NOT NULL,
  PRIMARY KEY (`user_id`,`group_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `user_group_membership` VALUES ('aa000000000000000000000000000001','ee000000000000000000000000000001');

CREATE TABLE `credential` (
  `id` varchar(64) NOT NULL,
  `user_id` varchar(64) NOT NULL,
  `project_id` varchar(64) DEFAULT NULL,
  `type` varchar(255) NOT NULL,
  `extra` text DEFAULT NULL,
  `key_hash` varchar(64) NOT NULL,
  `encrypted_blob` text NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
INSERT INTO `credential` VALUES ('f1','aa000000000000000000000000000001',NULL,'totp','{}','k','gAAAAA');

DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`keystone`@`localhost`*/ /*!50003 TRIGGER t BEFORE INSERT ON credential FOR EACH ROW
BEGIN
  SET NEW.extra = '{}';
END */;;
DELIMITER ;
-- Dump completed on 2024-03-01 12:00:00
