package org.cumulet.database;

import static java.lang.annotation.ElementType.TYPE;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cumulet.testing.KafkaResource;
import org.cumulet.testing.PostgresResource;
import org.cumulet.testing.auth.TokensResource;

/// A test of the database service alone, beside a real MariaDB and a real PostgreSQL that it is administrator of.
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "services", value = "database"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(RealServers.class)
@WithTestResource(Inventory.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(TYPE)
public @interface DatabaseTest {}
