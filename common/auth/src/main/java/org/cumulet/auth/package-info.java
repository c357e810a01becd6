/// Who is calling, and what they may do. Tokens are verified here, in the process that is asked: nobody is called for
/// it.
@org.jspecify.annotations.NullMarked
package org.cumulet.auth;
