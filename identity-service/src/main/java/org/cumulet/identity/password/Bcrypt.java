package org.cumulet.identity.password;

import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/// The hashes of a Keystone whose users came to us: `$2b$12$…`. None are made here.
final class Bcrypt {

    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(0[4-9]|1\\d|2\\d)\\$[./A-Za-z0-9]{53}");

    private Bcrypt() {}

    static boolean isOne(String hash) {
        return FORM.matcher(hash).matches();
    }

    static boolean matches(String password, String hash) {
        return isOne(hash) && OpenBSDBCrypt.checkPassword(hash, password.toCharArray());
    }
}
