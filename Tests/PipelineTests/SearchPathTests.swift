import Pipeline
import Testing

struct SearchPathTests {
  @Test func commandLineComesBeforeEnvironmentBeforeTheProgram() {
    let path = ModuleSearchPath(
      given: ["/one"], environment: ["SONGNGU_MODULES": "/two:/three"], executable: "/opt/bin/songngu")
    #expect(path.folders == ["/one", "/two", "/three", "/opt/bin/modules", "/opt/bin"])
  }

  @Test func folderThatIsNamedTwiceIsSearchedOnce() {
    let path = ModuleSearchPath(
      given: ["/one", "/one/"], environment: ["SONGNGU_MODULES": "/one"], executable: "/opt/bin/songngu")
    #expect(path.folders == ["/one", "/opt/bin/modules", "/opt/bin"])
  }
}
