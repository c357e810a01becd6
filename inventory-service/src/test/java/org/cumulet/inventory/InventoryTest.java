package org.cumulet.inventory;

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

/// A test of the inventory alone, on a real PostgreSQL and a real Kafka. What it asks of others is answered by a
/// stand-in.
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "services", value = "inventory"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(TheOthers.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(TYPE)
public @interface InventoryTest {}
