/// Policies that services may fetch: kept, and enforced by nobody here.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.policyblob;
