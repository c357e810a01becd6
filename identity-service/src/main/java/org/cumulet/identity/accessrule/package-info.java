/// Access rules: the only requests that an application credential is good for.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.accessrule;
