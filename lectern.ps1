#!/usr/bin/env pwsh
# The twin of ./lectern for PowerShell 7: sets up what is missing, builds once, then starts the program;
# `./lectern.ps1 test` runs every test.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

$root = $PSScriptRoot
$state = Join-Path $root '.lectern'
$program = Join-Path $state 'program/lectern.dll'
$assets = Join-Path $root 'src/Site/assets'
$browserTests = Join-Path $root 'tests/Browser'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

function Say($text) { [Console]::Error.WriteLine("lectern: $text") }
function Stop-Here($code, $text) { Say $text; exit $code }

# --- what must be here -------------------------------------------------------------------------

function Find-Command($name) { Get-Command $name -CommandType Application -ErrorAction Ignore | Select-Object -First 1 }

function Assert-Dotnet {
    $version = 'none'
    if (Find-Command dotnet) {
        Push-Location $root
        try { $found = & dotnet --version 2>$null; if ($LASTEXITCODE -eq 0) { $version = "$found" } } finally { Pop-Location }
    }
    if ($version -notmatch '^1\d\.') { Stop-Here 1 "the .NET SDK 10 is needed; found $version. Get it from https://dot.net/download." }
}

function Assert-Node {
    $version = if (Find-Command node) { "$(& node --version)".TrimStart('v') } else { 'none' }
    if ($version -eq 'none' -or [int]($version.Split('.')[0]) -lt 20 -or -not (Find-Command npm)) {
        Stop-Here 1 "Node.js 20 or later with npm is needed; found $version. Get it from https://nodejs.org."
    }
}

function Assert-Chromium {
    if ($env:CHROMIUM) { return }
    $found = 'chromium', 'chromium-browser', 'google-chrome', 'msedge' | ForEach-Object { Find-Command $_ } | Select-Object -First 1
    $places = @(
        "$env:ProgramFiles/Google/Chrome/Application/chrome.exe"
        "${env:ProgramFiles(x86)}/Microsoft/Edge/Application/msedge.exe"
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
        '/Applications/Chromium.app/Contents/MacOS/Chromium'
    )
    $env:CHROMIUM = if ($found) { $found.Source } else { $places | Where-Object { Test-Path $_ } | Select-Object -First 1 }
    if (-not $env:CHROMIUM) { Stop-Here 1 'missing: Chromium or Chrome. Install it, or name it in the variable CHROMIUM.' }
}

# --- building ----------------------------------------------------------------------------------

# The output goes to a log that is shown only when the command fails.
function Invoke-Logged($what, [string[]] $command) {
    $rest = @($command | Select-Object -Skip 1)
    & $command[0] @rest *> (Join-Path $state "$what.log")
    return $LASTEXITCODE -eq 0
}

function Show-Failure($what) {
    $log = Join-Path $state "$what.log"
    Get-Content $log | Where-Object { $_ -match ': (error|warning) |npm (ERR|error)' } | Sort-Object -Unique |
        Select-Object -First 20 | ForEach-Object { [Console]::Error.WriteLine($_) }
    Stop-Here 1 "the $what failed; all of its output is in $log."
}

function Invoke-Quietly($what, [string[]] $command) { if (-not (Invoke-Logged $what $command)) { Show-Failure $what } }

function Install-Packages($folder) {
    $lock = Join-Path $folder 'package-lock.json'
    $done = Join-Path $folder 'node_modules/.lectern-lock'
    if (-not (Test-Path $lock)) { return }
    if ((Test-Path $done) -and (Get-FileHash $lock).Hash -eq (Get-FileHash $done).Hash) { return }
    Assert-Node
    Say "Fetching the packages of $([IO.Path]::GetRelativePath($root, $folder)) …"
    Invoke-Quietly packages @('npm', 'ci', '--prefix', $folder, '--no-audit', '--no-fund', '--loglevel=error')
    Copy-Item $lock $done
}

# The build is current when no source is newer than its start and no folder changed after its end. Implementations,
# tensors, the host of Statiq and the student in ML.NET are no part of the program.
function Test-Current {
    $start = Join-Path $state 'build-start'
    $end = Join-Path $state 'build-end'
    if (-not ((Test-Path $program) -and (Test-Path $start) -and (Test-Path $end))) { return $false }
    if ("$(Get-Content $start -Raw)" -ne $backend) { return $false }
    if ((Test-Path (Join-Path $assets 'package-lock.json')) -and -not (Test-Path (Join-Path $assets 'node_modules'))) { return $false }
    $started = (Get-Item $start).LastWriteTimeUtc
    $ended = (Get-Item $end).LastWriteTimeUtc
    $pending = [Collections.Generic.Stack[IO.DirectoryInfo]]::new()
    $pending.Push([IO.DirectoryInfo]::new((Join-Path $root 'src')))
    foreach ($file in [IO.Directory]::GetFiles($root, '*.props') + (Join-Path $root 'global.json')) {
        if ([IO.File]::GetLastWriteTimeUtc($file) -gt $started) { return $false }
    }
    while ($pending.Count -gt 0) {
        $folder = $pending.Pop()
        if ($folder.LastWriteTimeUtc -gt $ended) { return $false }
        foreach ($item in $folder.EnumerateFileSystemInfos()) {
            if ($item -is [IO.DirectoryInfo]) {
                $apart = @('Implementations', 'Torch', 'Torch.Generator', 'Site.Statiq', 'Interop.MLNet.Torch' | ForEach-Object { Join-Path $root 'src' $_ })
                if ($item.Name -notin 'bin', 'obj', 'node_modules' -and $item.FullName -notin $apart) { $pending.Push($item) }
            }
            elseif ($item.LastWriteTimeUtc -gt $started) { return $false }
        }
    }
    return $true
}

# The program, compiled to machine code where the compiler for that can be had: it starts and builds sites faster.
# Analyzers run with the tests; to start, their time and their advice are not needed.
function Invoke-ProgramBuild {
    if (Test-Path $program) { Say 'Building …' } else { Say 'Building; the first time takes a minute …' }
    $start = Join-Path $state 'build-start.new'
    $new = Join-Path $state 'program.new'
    $old = Join-Path $state 'program'
    [IO.File]::WriteAllText($start, $backend)
    if (Test-Path $new) { Remove-Item -Recurse -Force $new }
    $command = @('dotnet', 'publish', (Join-Path $root 'src/Cli'), '-c', 'Release', '--ucr', '--self-contained', 'false', '-o', $new,
        '-v', 'quiet', '-nodeReuse:false', '-p:RunAnalyzers=false')
    if ($backend) { $command += "-p:Backend=$backend" }
    if (-not (Invoke-Logged build ($command + '-p:PublishReadyToRun=true'))) {
        if (Select-String -Quiet -Path (Join-Path $state 'build.log') -Pattern ': error CS') { Show-Failure build }
        Invoke-Quietly build $command
    }
    if (Test-Path $old) { Remove-Item -Recurse -Force $old }
    Move-Item $new $old
    Move-Item -Force $start (Join-Path $state 'build-start')
    [IO.File]::WriteAllText((Join-Path $state 'build-end'), '')
}

# Two first starts at once: the second waits for the first.
function Enter-Lock {
    [IO.Directory]::CreateDirectory($state) | Out-Null
    $waiting = $false
    while ($true) {
        try { return [IO.File]::Open((Join-Path $state 'lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] {
            if (-not $waiting) { Say 'Waiting for another start that is building …'; $waiting = $true }
            Start-Sleep -Milliseconds 200
        }
    }
}

function Initialize-Program {
    if (Test-Current) { return }
    $lock = Enter-Lock
    try {
        if (-not (Test-Current)) {
            Assert-Dotnet
            Install-Packages $assets
            Invoke-ProgramBuild
        }
    }
    finally { $lock.Dispose() }
}

# --- implementations ---------------------------------------------------------------------------

# Builds the tests of the implementations, which run their claims, and any project besides.
function Invoke-ImplementationsBuild([string[]] $projects) {
    $lock = Enter-Lock
    try {
        Assert-Dotnet
        Say 'Building the implementations …'
        foreach ($project in @('tests/Implementations') + $projects) {
            $command = @('dotnet', 'build', (Join-Path $root $project), '-c', 'Release', '-v', 'quiet', '-nodeReuse:false', '-p:RunAnalyzers=false')
            if ($backend) { $command += "-p:Backend=$backend" }
            Invoke-Quietly build $command
        }
    }
    finally { $lock.Dispose() }
}

# --- tests -------------------------------------------------------------------------------------

function Invoke-Tests([string[]] $options) {
    $only = ''; $filter = ''; $name = ''
    for ($i = 0; $i -lt $options.Count; $i++) {
        switch -Regex ($options[$i]) {
            '^(-h|--help)$' { Say 'test [NAME] [--only code|browser] [--filter EXPRESSION]; see ./lectern test --help.'; exit 0 }
            '^--only$' { $only = $options[++$i]; break }
            '^--filter$' { $filter = $options[++$i]; $only = 'code'; break }
            '^-' { Stop-Here 2 "test: unknown option $($options[$i])." }
            default { $name = $options[$i] }
        }
    }
    if ($only -notin '', 'code', 'browser') { Stop-Here 2 'test: --only takes code or browser.' }
    if ($name) { $filter = "FullyQualifiedName~$name" }
    if ($env:LECTERN_CORPUS) { $env:LECTERN_CORPUS = (Resolve-Path $env:LECTERN_CORPUS).Path }
    $results = Join-Path $state 'test-results'

    $lock = Enter-Lock
    try {
        Assert-Dotnet
        Install-Packages $assets
        if ($only -ne 'code') { Assert-Node; Install-Packages $browserTests; Assert-Chromium }
        if ($only -ne 'browser') {
            Say 'Building the tests …'
            $command = @('dotnet', 'build', $solution, '-c', 'Release', '-v', 'quiet', '-nodeReuse:false')
            if ($backend) { $command += "-p:Backend=$backend" }
            Invoke-Quietly build $command
        }
        if ($only -ne 'code' -and -not (Test-Current)) { Invoke-ProgramBuild }
        if (Test-Path $results) { Remove-Item -Recurse -Force $results }
        [IO.Directory]::CreateDirectory($results) | Out-Null
    }
    finally { $lock.Dispose() }

    $passed = 0; $failed = 0; $skipped = 0
    if ($only -ne 'browser') {
        $command = @('test', $solution, '-c', 'Release', '--no-build', '-nodeReuse:false',
            '--logger', 'trx;LogFilePrefix=tests', '--results-directory', $results)
        if ($filter) { $command += '--filter', $filter }
        & dotnet @command | Out-Host
        $rc = $LASTEXITCODE
        $broken = 0
        foreach ($file in Get-ChildItem $results -Filter *.trx) {
            $c = ([xml](Get-Content $file -Raw)).TestRun.ResultSummary.Counters
            $passed += [int]$c.passed
            $broken += [int]$c.failed + [int]$c.error + [int]$c.timeout + [int]$c.aborted
            $skipped += [int]$c.total - [int]$c.executed
        }
        if ($rc -ne 0 -and $broken -eq 0) { Say "dotnet test ended with $rc before every result was written."; $broken = 1 }
        $failed += $broken
    }
    if ($only -ne 'code' -and (Test-Path $browserTests)) {
        $tap = Join-Path $results 'browser.tap'
        $command = @('--test', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap', "--test-reporter-destination=$tap")
        if ($name) { $command += "--test-name-pattern=$name" }
        $command += (Get-ChildItem $browserTests -Filter *.test.mjs).FullName
        & node @command | Out-Host
        $rc = $LASTEXITCODE
        $broken = 0
        foreach ($line in Get-Content $tap) {
            if ($line -match '^# (pass|fail|cancelled|skipped|todo) (\d+)$') {
                switch ($Matches[1]) {
                    'pass' { $passed += [int]$Matches[2] }
                    { $_ -in 'fail', 'cancelled' } { $broken += [int]$Matches[2] }
                    default { $skipped += [int]$Matches[2] }
                }
            }
        }
        if ($rc -ne 0 -and $broken -eq 0) { Say "node --test ended with $rc before every result was written."; $broken = 1 }
        $failed += $broken
    }

    if ($passed + $failed + $skipped -eq 0) { Stop-Here 1 'no test has a name like that.' }
    Write-Output "$passed passed, $failed failed, $skipped skipped"
    exit [int]($failed -gt 0)
}

# --- start -------------------------------------------------------------------------------------

$arguments = @($args)
$backend = ''
$remembered = Join-Path $state 'backend'
if (Test-Path $remembered) { $backend = "$(Get-Content $remembered -Raw)" }
if ($arguments.Count -gt 0 -and "$($arguments[0])" -match '^--backend(=(?<value>.*))?$') {
    if ("$($arguments[0])" -eq '--backend') { $backend = "$($arguments[1])"; $used = 2 } else { $backend = $Matches.value; $used = 1 }
    if ($backend -notin 'system', 'nuget') { Stop-Here 2 '--backend takes system or nuget.' }
    [IO.Directory]::CreateDirectory($state) | Out-Null
    [IO.File]::WriteAllText($remembered, $backend)
    $arguments = @($arguments | Select-Object -Skip $used)
    if ($arguments.Count -eq 0) { Stop-Here 0 "This checkout now uses the $backend backend." }
}

# What was asked for, or the default of the platform, as in Directory.Build.props; and the solution that holds its projects.
$engines = if ($backend) { $backend } elseif ($IsLinux) { 'system' } else { 'nuget' }
$solution = Join-Path $root ($engines -eq 'nuget' ? 'Lectern.nuget.slnx' : 'Lectern.slnx')

if ($arguments.Count -gt 0 -and $arguments[0] -eq 'test') {
    Invoke-Tests @($arguments | Select-Object -Skip 1)
}
elseif ($arguments.Count -gt 0 -and $arguments[0] -eq 'statiq') {
    if ($engines -ne 'nuget') { Stop-Here 2 'statiq: it comes with the packages of the nuget backend; ./lectern.ps1 --backend nuget statiq takes those for this checkout.' }
    $lock = Enter-Lock
    try {
        Assert-Dotnet
        Install-Packages $assets
        Say 'Building the host of Statiq …'
        $command = @('dotnet', 'build', (Join-Path $root 'src/Site.Statiq'), '-c', 'Release', '-v', 'quiet', '-nodeReuse:false', '-p:RunAnalyzers=false')
        if ($backend) { $command += "-p:Backend=$backend" }
        Invoke-Quietly build $command
    }
    finally { $lock.Dispose() }
    & dotnet (Join-Path $root 'src/Site.Statiq/bin/Release/net10.0/lectern-statiq.dll') @($arguments | Select-Object -Skip 1)
    exit $LASTEXITCODE
}
elseif ($arguments.Count -gt 0 -and $arguments[0] -eq 'mutate') {
    Invoke-ImplementationsBuild @('tests/Mutations')
    Set-Location $root
    & dotnet (Join-Path $root 'tests/Mutations/bin/Release/net10.0/Lectern.Mutations.dll') @($arguments | Select-Object -Skip 1)
    exit $LASTEXITCODE
}
else {
    Initialize-Program
    $measures = $arguments.Count -gt 0 -and ($arguments[0] -eq 'verify' -or ($arguments[0] -eq 'run' -and $arguments.Count -gt 1))
    if ($measures -and -not ($arguments -match '^(-h|--help|-\?|--program.*)$')) { Invoke-ImplementationsBuild @() }
    & dotnet $program @arguments
    exit $LASTEXITCODE
}
