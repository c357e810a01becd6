/// Who did what, and who tried to: every login, failure and change, for those who watch.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.audit;
