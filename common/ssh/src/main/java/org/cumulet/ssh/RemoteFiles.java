package org.cumulet.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.UUID;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.Handle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;

/// Files on another machine, by SFTP.
record RemoteFiles(SftpClient sftp) {

    private static final int OWNER_ONLY = 0600;
    private static final int CHUNK = 32 * 1024;

    static RemoteFiles open(ClientSession session) throws IOException {
        return new RemoteFiles(SftpClientFactory.instance().createSftpClient(session));
    }

    /// Returns how many bytes it were.
    long upload(Transfer transfer, InputStream bytes, long size, int mode) {
        try (sftp) {
            return uploadWhole(transfer, bytes, size, mode);
        } catch (IOException e) {
            throw transfer.failed(e);
        }
    }

    private long uploadWhole(Transfer transfer, InputStream bytes, long size, int mode) throws IOException {
        var unfinished = transfer.unfinished(UUID.randomUUID().toString());
        var whole = false;
        try {
            var written = write(transfer, bytes, size, unfinished, mode);
            rename(unfinished, transfer.path());
            whole = true;
            return written;
        } finally {
            if (!whole) {
                removeQuietly(unfinished);
            }
        }
    }

    private long write(Transfer transfer, InputStream bytes, long size, String path, int mode) throws IOException {
        try (var handle = sftp.open(path, EnumSet.of(OpenMode.Create, OpenMode.Exclusive, OpenMode.Write))) {
            sftp.setStat(handle, new Attributes().perms(OWNER_ONLY));
            long written;
            try (var file = sftp.write(path, CHUNK, EnumSet.of(OpenMode.Write))) {
                written = transfer.copy(bytes, file, size);
            }
            sftp.setStat(handle, new Attributes().perms(mode));
            sync(handle);
            return written;
        }
    }

    private void sync(Handle handle) throws IOException {
        var fsync = sftp.getExtension(OpenSSHFsyncExtension.class);
        if (fsync != null && fsync.isSupported()) {
            fsync.fsync(handle);
        }
    }

    /// The plain rename of the protocol refuses to replace a file.
    private void rename(String from, String to) throws IOException {
        var posix = sftp.getExtension(OpenSSHPosixRenameExtension.class);
        if (posix != null && posix.isSupported()) {
            posix.posixRename(from, to);
        } else {
            sftp.rename(from, to);
        }
    }

    private void removeQuietly(String path) {
        try {
            sftp.remove(path);
        } catch (IOException e) {
            // it was not even begun, or the connection is gone
        }
    }

    /// Returns how many bytes it were.
    long download(Transfer transfer, OutputStream bytes, long limit) {
        try (sftp;
                var file = sftp.read(transfer.path(), CHUNK)) {
            return transfer.copyWithin(file, bytes, limit);
        } catch (IOException e) {
            throw transfer.failed(e);
        }
    }
}
