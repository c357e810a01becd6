package org.cumulet.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Who a child process runs as: we ourselves, or `nobody` where we are root and the child refuses that.
sealed interface Account {

    /// The command as the account runs it, with one folder in its hands that it may use under [#name].
    List<String> command(List<String> command, Path folder);

    /// How a command of the account names that folder.
    String name(Path folder);

    /// Hands over a file or folder and closes it to all others.
    void take(Path path, String permissions) throws IOException;

    /// Refuses a data folder of somebody else.
    void mustOwn(Path folder);

    /// Whether the account gets to a place by its path.
    boolean reaches(Path place);

    static Account own() {
        return new Own();
    }

    /// Root becomes `nobody`; everybody else stays who they are.
    static Account unprivileged() {
        return isRoot() ? Nobody.find() : new Own();
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new EmbeddedException("Cannot read /proc/self; the embedded servers need Linux with /proc.", e);
        }
    }

    private static void checkOwner(Path folder, String expected) {
        try {
            if (Files.exists(folder) && !Files.getOwner(folder).getName().equals(expected)) {
                throw new EmbeddedException(
                        "The data folder %s belongs to %s, not to %s: start as its owner, or choose another CUMULET_HOME."
                                .formatted(folder, Files.getOwner(folder).getName(), expected));
            }
        } catch (IOException e) {
            throw new EmbeddedException("Cannot read the data folder %s: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    /// The account we run under.
    record Own() implements Account {

        @Override
        public List<String> command(List<String> command, Path folder) {
            return command;
        }

        @Override
        public String name(Path folder) {
            return folder.toString();
        }

        @Override
        public void take(Path path, String permissions) throws IOException {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }

        @Override
        public void mustOwn(Path folder) {
            try {
                checkOwner(folder, Files.getOwner(Path.of("/proc/self")).getName());
            } catch (IOException e) {
                throw new EmbeddedException("Cannot read /proc/self: %s.".formatted(e.getMessage()), e);
            }
        }

        @Override
        public boolean reaches(Path place) {
            return true;
        }
    }

    /// The account without rights, reached from root.
    ///
    /// The folders above its data may be closed to it (`/root` is), so root opens the data and hands that over:
    /// what is open needs no path.
    record Nobody(UserPrincipal user, GroupPrincipal group) implements Account {

        static Nobody find() {
            try {
                var names = FileSystems.getDefault().getUserPrincipalLookupService();
                var user = names.lookupPrincipalByName("nobody");
                return new Nobody(user, group("nogroup", "nobody"));
            } catch (IOException e) {
                throw new EmbeddedException(
                        "PostgreSQL does not run as root, and there is no account 'nobody' to run it as: start as another user.",
                        e);
            }
        }

        private static GroupPrincipal group(String name, String otherwise) throws IOException {
            var names = FileSystems.getDefault().getUserPrincipalLookupService();
            try {
                return names.lookupPrincipalByGroupName(name);
            } catch (IOException _) {
                return names.lookupPrincipalByGroupName(otherwise);
            }
        }

        @Override
        public List<String> command(List<String> command, Path folder) {
            var line = new ArrayList<>(List.of("sh", "-c", "exec 9<\"$0\"; exec \"$@\"", folder.toString()));
            line.addAll(
                    List.of("setpriv", "--reuid=" + user.getName(), "--regid=" + group.getName(), "--clear-groups"));
            line.addAll(command);
            return line;
        }

        @Override
        public String name(Path folder) {
            return "/proc/self/fd/9";
        }

        @Override
        public void take(Path path, String permissions) throws IOException {
            var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            view.setPermissions(PosixFilePermissions.fromString(permissions));
            view.setGroup(group);
            view.setOwner(user);
        }

        @Override
        public void mustOwn(Path folder) {
            checkOwner(folder, user.getName());
        }

        @Override
        public boolean reaches(Path place) {
            return Stream.iterate(place.toAbsolutePath(), Objects::nonNull, Path::getParent)
                    .filter(Files::exists)
                    .allMatch(Nobody::open);
        }

        private static boolean open(Path folder) {
            try {
                return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
            } catch (IOException e) {
                throw new EmbeddedException("Cannot read %s: %s.".formatted(folder, e.getMessage()), e);
            }
        }
    }
}
