package org.cumulet.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {

    @TempDir
    Path folder;

    @Test
    void ownsWhatWeMade() {
        assertThatCode(() -> Account.own().mustOwn(folder)).doesNotThrowAnyException();
    }

    @Test
    void isContentWithAFolderThatIsNotThereYet() {
        assertThatCode(() -> Account.own().mustOwn(folder.resolve("new"))).doesNotThrowAnyException();
    }

    @Nested
    class ReachedFromRoot {

        Account account;

        @BeforeEach
        void becomeNobody() {
            account = Account.unprivileged();
            assumeTrue(account instanceof Account.Nobody, "only root becomes nobody");
        }

        @Test
        void doesNotOwnTheFoldersOfRoot() {
            assertThatThrownBy(() -> account.mustOwn(folder))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("belongs to root, not to nobody")
                    .hasMessageContaining("choose another CUMULET_HOME");
        }

        @Test
        void ownsWhatItTook() throws Exception {
            var data = Files.createDirectory(folder.resolve("data"));

            account.take(data, "rwx------");

            assertThatCode(() -> account.mustOwn(data)).doesNotThrowAnyException();
        }

        @Test
        void doesNotReachIntoAClosedFolder() {
            assertThat(account.reaches(folder.resolve("data"))).isFalse();
            assertThat(account.reaches(Folders.opened(folder).resolve("data"))).isTrue();
        }
    }
}
