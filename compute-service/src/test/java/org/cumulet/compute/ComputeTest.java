package org.cumulet.compute;

import static java.lang.annotation.ElementType.TYPE;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cumulet.testing.KafkaResource;
import org.cumulet.testing.PostgresResource;
import org.cumulet.testing.auth.TokensResource;

/// A test of the compute API alone: on a real PostgreSQL and a real Kafka, beside services that answer what the test
/// needs, with a launcher that only writes down what it was asked.
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "services", value = "compute"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(OtherServices.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(TYPE)
public @interface ComputeTest {}
