package org.cumulet.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.cumulet.identity.IdentitySettings;
import org.cumulet.identity.password.Argon2.Cost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PasswordsTest {

    private static final Cost CHEAP = new Cost(64, 1, 1);

    @Nested
    class AHash {

        /// The test vector of the reference implementation.
        private static final String REFERENCE =
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        @Test
        void isTheOneThatOthersCompute() {
            assertThat(Argon2.matches("password", REFERENCE)).isTrue();
            assertThat(Argon2.matches("Password", REFERENCE)).isFalse();
        }

        @Test
        void isAnotherEachTimeAndFitsItsPasswordAlone() {
            var one = Argon2.hash("secret", CHEAP);
            var two = Argon2.hash("secret", CHEAP);
            assertThat(one).startsWith("$argon2id$v=19$m=64,t=1,p=1$").isNotEqualTo(two);
            assertThat(Argon2.matches("secret", one)).isTrue();
            assertThat(Argon2.matches("secret", two)).isTrue();
            assertThat(Argon2.matches("", one)).isFalse();
            assertThat(Argon2.matches("secret ", one)).isFalse();
        }

        @Test
        void thatIsNoneFitsNothing() {
            for (var nonsense : new String[] {"", "secret", "$2b$12$abc", "$argon2id$v=19$m=x,t=1,p=1$YQ$YQ"}) {
                assertThat(Argon2.matches("secret", nonsense)).isFalse();
            }
            assertThat(Argon2.matches("", Argon2.ofNobody(CHEAP))).isFalse();
        }
    }

    @Nested
    class TheHashOfAKeystone {

        /// Made by libxcrypt; Keystone writes the same.
        private static final String BCRYPT = "$2b$04$abcdefghijklmnopqrstuurLEKwPgPms.Td/GO6XoibGZ/3FkbfZS";

        private final Passwords passwords = new Passwords(new VerifiedPasswords(), new Settings());

        @AfterEach
        void stop() {
            passwords.stop();
        }

        @Test
        void fitsItsPasswordAlone() {
            assertThat(passwords.fits("joe", "secret of old", BCRYPT)).isTrue();
            assertThat(passwords.fits("joe", "secret of new", BCRYPT)).isFalse();
            assertThat(passwords.fits("joe", "secret of old", BCRYPT.substring(0, 40)))
                    .isFalse();
        }

        @Test
        void isOutdatedAsIsOneOfAnotherCost() {
            assertThat(passwords.isOutdated(BCRYPT)).isTrue();
            assertThat(passwords.isOutdated(Argon2.hash("secret", new Cost(64, 2, 1))))
                    .isTrue();
            assertThat(passwords.isOutdated(passwords.hash("secret"))).isFalse();
        }
    }

    @Nested
    class WhatWasVerified {

        private final VerifiedPasswords verified = new VerifiedPasswords();

        @Test
        void isRememberedForThatPasswordAndThatHashOnly() {
            verified.add("secret", "hash");
            assertThat(verified.contains("secret", "hash")).isTrue();
            assertThat(verified.contains("secret", "newer hash")).isFalse();
            assertThat(verified.contains("other", "hash")).isFalse();
            assertThat(new VerifiedPasswords().contains("secret", "hash")).isFalse();
        }
    }

    @Nested
    class ManyAtOnce {

        private final Passwords passwords = new Passwords(new VerifiedPasswords(), new Settings());

        @AfterEach
        void stop() {
            passwords.stop();
        }

        @Test
        void areAllAnswered() {
            var hash = passwords.hash("secret");
            var right = IntStream.range(0, 100)
                    .parallel()
                    .filter(i -> passwords.fits(i % 7, i % 2 == 0 ? "secret" : "wrong " + i, hash))
                    .count();
            assertThat(right).isEqualTo(50);
            passwords.fitsNobody("ann", "anything");
        }
    }

    @Nested
    class TheTurns {

        @Test
        void goRoundAmongThoseWhoWait() {
            var turns = new Turns();
            var done = new ArrayList<String>();
            for (var guess : List.of("a1", "a2", "a3", "b1", "b2", "c1")) {
                turns.add(guess.charAt(0), () -> done.add(guess));
            }
            turns.next().run();
            turns.add('d', () -> done.add("d1"));
            IntStream.range(0, 6).forEach(_ -> turns.next().run());
            assertThat(done).containsExactly("a1", "b1", "c1", "a2", "d1", "b2", "a3");
        }
    }

    @Nested
    class TheThreadsThatHash {

        @Test
        @EnabledOnOs(OS.LINUX)
        void stepBackWhereOthersHaveWorkToDo() throws Exception {
            var nice = new AtomicReference<String>();
            var thread = Thread.ofPlatform().start(Niceness.nicely(() -> nice.set(niceness())));
            thread.join();
            assertThat(nice.get()).isEqualTo("10");
        }

        /// The nineteenth word of the thread's own line.
        private static String niceness() {
            try {
                var line = Files.readString(Path.of("/proc/thread-self/stat"));
                return line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[16];
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Settings() implements IdentitySettings {

        @Override
        public Duration tokenLife() {
            return Duration.ofHours(1);
        }

        @Override
        public Optional<String> policyFile() {
            return Optional.empty();
        }

        @Override
        public Duration loginMemory() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int passwordMemory() {
            return 64;
        }

        @Override
        public int passwordPasses() {
            return 1;
        }
    }
}
