package org.cumulet.network;

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

/// A test of the network service alone, on a real PostgreSQL and a real Kafka.
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "services", value = "network"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(Neighbours.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(TYPE)
public @interface NetworkTest {}
