package org.cumulet.compute.keypair;

import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.compute.web.ComputeVersions;

/// What a keypair may be called.
final class KeypairName {

    private static final String NARROW = "(?! )[a-zA-Z0-9 _-]{1,255}(?<! )";
    private static final String WIDE = "(?! )[a-zA-Z0-9 _@.-]{1,255}(?<! )";

    private KeypairName() {}

    static String checked(String name) {
        var form = Microversion.atLeast(ComputeVersions.KEYPAIR_IMPORT_ONLY) ? WIDE : NARROW;
        if (!name.matches(form)) {
            throw new Fault.BadRequest("Keypair data is invalid: Keypair name contains unsafe characters");
        }
        return name;
    }
}
